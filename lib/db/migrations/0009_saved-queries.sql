CREATE TABLE "query_runs" (
	"connection_id" text NOT NULL,
	"user_id" text NOT NULL,
	"hash" text NOT NULL,
	"entity_set" text NOT NULL,
	"options" text NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	"rows" integer,
	"took_ms" integer NOT NULL,
	"ran_at" timestamp with time zone NOT NULL,
	CONSTRAINT "query_runs_connection_id_user_id_hash_pk" PRIMARY KEY("connection_id","user_id","hash")
);
--> statement-breakpoint
CREATE TABLE "saved_queries" (
	"id" text PRIMARY KEY NOT NULL,
	"connection_id" text NOT NULL,
	"name" text NOT NULL,
	"note" text NOT NULL,
	"entity_set" text NOT NULL,
	"options" text NOT NULL,
	"made_by" text NOT NULL,
	"changed_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "query_runs" ADD CONSTRAINT "query_runs_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "query_runs" ADD CONSTRAINT "query_runs_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_queries" ADD CONSTRAINT "saved_queries_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "query_runs_newest" ON "query_runs" USING btree ("connection_id","user_id","ran_at");--> statement-breakpoint
CREATE INDEX "saved_queries_connection" ON "saved_queries" USING btree ("connection_id");