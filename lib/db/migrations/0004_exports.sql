CREATE TABLE "exports" (
	"id" text PRIMARY KEY NOT NULL,
	"connection_id" text NOT NULL,
	"home" text NOT NULL,
	"name" text NOT NULL,
	"format" text NOT NULL,
	"request" jsonb NOT NULL,
	"state" text NOT NULL,
	"lease" text,
	"lease_until" timestamp with time zone,
	"checkpoint" jsonb,
	"rows" bigint DEFAULT 0 NOT NULL,
	"rows_total" bigint,
	"pages" integer DEFAULT 0 NOT NULL,
	"bytes" bigint DEFAULT 0 NOT NULL,
	"rows_per_second" integer,
	"waiting" jsonb,
	"notes" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"failure" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exports_newest" ON "exports" USING btree ("connection_id","created_at");