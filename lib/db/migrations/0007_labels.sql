CREATE TABLE "label_sets" (
	"id" text PRIMARY KEY NOT NULL,
	"environment" text NOT NULL,
	"version" text NOT NULL,
	"language" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"wanted_at" timestamp with time zone NOT NULL,
	"lease" text,
	"lease_until" timestamp with time zone,
	"refusal" text,
	"refused_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "labels" (
	"label_set_id" text NOT NULL,
	"label_id" text NOT NULL,
	"text" text,
	CONSTRAINT "labels_label_set_id_label_id_pk" PRIMARY KEY("label_set_id","label_id")
);
--> statement-breakpoint
CREATE TABLE "catalog_runs" (
	"connection_id" text PRIMARY KEY NOT NULL,
	"lease" text,
	"lease_until" timestamp with time zone,
	"by_night" boolean NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"outcome" jsonb
);
--> statement-breakpoint
CREATE TABLE "entity_facts" (
	"connection_id" text PRIMARY KEY NOT NULL,
	"facts" jsonb NOT NULL,
	"refusal" text,
	"version" text,
	"language" text,
	"read_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "labels" ADD CONSTRAINT "labels_label_set_id_label_sets_id_fk" FOREIGN KEY ("label_set_id") REFERENCES "public"."label_sets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog_runs" ADD CONSTRAINT "catalog_runs_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entity_facts" ADD CONSTRAINT "entity_facts_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "label_sets_one" ON "label_sets" USING btree ("environment","language","version");