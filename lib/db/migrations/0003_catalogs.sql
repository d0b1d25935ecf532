CREATE TABLE "catalog_parts" (
	"catalog_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"body" "bytea" NOT NULL,
	CONSTRAINT "catalog_parts_catalog_id_kind_name_pk" PRIMARY KEY("catalog_id","kind","name")
);
--> statement-breakpoint
CREATE TABLE "catalog_readings" (
	"connection_id" text NOT NULL,
	"catalog_id" text NOT NULL,
	"first_read_at" timestamp with time zone NOT NULL,
	"last_read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "catalog_readings_connection_id_catalog_id_pk" PRIMARY KEY("connection_id","catalog_id")
);
--> statement-breakpoint
CREATE TABLE "catalogs" (
	"id" text PRIMARY KEY NOT NULL,
	"hash" text,
	"counts" jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	CONSTRAINT "catalogs_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
ALTER TABLE "catalog_parts" ADD CONSTRAINT "catalog_parts_catalog_id_catalogs_id_fk" FOREIGN KEY ("catalog_id") REFERENCES "public"."catalogs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog_readings" ADD CONSTRAINT "catalog_readings_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "catalog_readings" ADD CONSTRAINT "catalog_readings_catalog_id_catalogs_id_fk" FOREIGN KEY ("catalog_id") REFERENCES "public"."catalogs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "catalog_readings_newest" ON "catalog_readings" USING btree ("connection_id","last_read_at");