CREATE TABLE "catalog_files" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"catalog_id" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "catalog_files" ADD CONSTRAINT "catalog_files_catalog_id_catalogs_id_fk" FOREIGN KEY ("catalog_id") REFERENCES "public"."catalogs"("id") ON DELETE no action ON UPDATE no action;