CREATE TABLE "canaries" (
	"connection_id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"every_minutes" integer NOT NULL,
	"entity_set" text NOT NULL,
	"company" text,
	"filter" text,
	"latency_limit_ms" integer NOT NULL,
	"windows" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"next_due_at" timestamp with time zone,
	"held_until" timestamp with time zone,
	"throttled_in_a_row" integer DEFAULT 0 NOT NULL,
	"failed_in_a_row" integer DEFAULT 0 NOT NULL,
	"failing_since" timestamp with time zone,
	"last_passed_at" timestamp with time zone,
	"last_run" jsonb,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "canary_rollups" (
	"connection_id" text NOT NULL,
	"grain" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"passed" smallint NOT NULL,
	"slow" smallint NOT NULL,
	"throttled_runs" smallint NOT NULL,
	"failed" smallint NOT NULL,
	"unclear" smallint NOT NULL,
	"skipped" smallint NOT NULL,
	"calls" integer NOT NULL,
	"throttled" integer NOT NULL,
	"latency" smallint[] NOT NULL,
	CONSTRAINT "canary_rollups_connection_id_grain_starts_at_pk" PRIMARY KEY("connection_id","grain","starts_at")
);
--> statement-breakpoint
CREATE TABLE "canary_runs" (
	"connection_id" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"is_asked" boolean DEFAULT false NOT NULL,
	"lease" text,
	"lease_until" timestamp with time zone,
	"attempts" smallint DEFAULT 1 NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"verdict" text,
	"break_check" text,
	"break_step" text,
	"break_rule" text,
	"headline" text,
	"took" jsonb,
	"latency_ms" integer,
	"rows" integer,
	"calls" smallint,
	"throttled" smallint,
	"missed" integer DEFAULT 0 NOT NULL,
	"proof_id" text,
	CONSTRAINT "canary_runs_connection_id_due_at_pk" PRIMARY KEY("connection_id","due_at")
);
--> statement-breakpoint
CREATE TABLE "canary_windows" (
	"connection_id" text NOT NULL,
	"span" text NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"figures" jsonb NOT NULL,
	CONSTRAINT "canary_windows_connection_id_span_pk" PRIMARY KEY("connection_id","span")
);
--> statement-breakpoint
CREATE TABLE "scheduler_beats" (
	"id" text PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"beat_at" timestamp with time zone NOT NULL,
	"running" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "owner" text;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "environment_use" text;--> statement-breakpoint
ALTER TABLE "canaries" ADD CONSTRAINT "canaries_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canary_rollups" ADD CONSTRAINT "canary_rollups_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canary_runs" ADD CONSTRAINT "canary_runs_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canary_windows" ADD CONSTRAINT "canary_windows_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "canaries_due" ON "canaries" USING btree ("next_due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "canary_runs_one_at_a_time" ON "canary_runs" USING btree ("connection_id") WHERE "canary_runs"."lease" is not null;