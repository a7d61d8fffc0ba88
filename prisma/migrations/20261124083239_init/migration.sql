-- CreateTable
CREATE TABLE "answer" (
    "question" TEXT NOT NULL,
    "evaluation_id" INTEGER NOT NULL,
    "task_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("question")
);

-- CreateTable
CREATE TABLE "attribute_set" (
    "id" SERIAL NOT NULL,
    "dataset_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "source_sha256" TEXT NOT NULL,
    "cells" INTEGER NOT NULL,
    "level_of" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attribute_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attribute" (
    "id" SERIAL NOT NULL,
    "attribute_set_id" INTEGER NOT NULL,
    "position" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "scale" TEXT NOT NULL,
    "concept" TEXT,
    "levels" TEXT[],
    "edges" DOUBLE PRECISION[],

    CONSTRAINT "attribute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cell_chunk" (
    "attribute_set_id" INTEGER NOT NULL,
    "chunk" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "cell_chunk_pkey" PRIMARY KEY ("attribute_set_id","chunk")
);

-- CreateTable
CREATE TABLE "value_chunk" (
    "attribute_id" INTEGER NOT NULL,
    "chunk" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "value_chunk_pkey" PRIMARY KEY ("attribute_id","chunk")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "project_id" INTEGER,
    "noun" TEXT NOT NULL,
    "noun_id" INTEGER NOT NULL,
    "change" JSONB NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dataset" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "source_name" TEXT NOT NULL,
    "source_sha256" TEXT NOT NULL,
    "examples" INTEGER NOT NULL,
    "subjects" INTEGER NOT NULL,
    "previous_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "dataset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subject_chunk" (
    "dataset_id" INTEGER NOT NULL,
    "chunk" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "subject_chunk_pkey" PRIMARY KEY ("dataset_id","chunk")
);

-- CreateTable
CREATE TABLE "evaluation" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "dataset_id" INTEGER NOT NULL,
    "model_version_id" INTEGER NOT NULL,
    "label_source_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "split" TEXT,
    "source_name" TEXT NOT NULL,
    "source_sha256" TEXT NOT NULL,
    "score_scale" TEXT NOT NULL,
    "in_training_data" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "evaluation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scored_task" (
    "evaluation_id" INTEGER NOT NULL,
    "task_id" INTEGER NOT NULL,
    "scored" INTEGER NOT NULL,
    "unscored" INTEGER NOT NULL,
    "has_decisions" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "scored_task_pkey" PRIMARY KEY ("evaluation_id","task_id")
);

-- CreateTable
CREATE TABLE "score_chunk" (
    "evaluation_id" INTEGER NOT NULL,
    "task_id" INTEGER NOT NULL,
    "chunk" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "score_chunk_pkey" PRIMARY KEY ("evaluation_id","task_id","chunk")
);

-- CreateTable
CREATE TABLE "decision_chunk" (
    "evaluation_id" INTEGER NOT NULL,
    "task_id" INTEGER NOT NULL,
    "chunk" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "decision_chunk_pkey" PRIMARY KEY ("evaluation_id","task_id","chunk")
);

-- CreateTable
CREATE TABLE "example" (
    "dataset_id" INTEGER NOT NULL,
    "example_id" INTEGER NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "example_pkey" PRIMARY KEY ("dataset_id","example_id")
) PARTITION BY LIST ("dataset_id");

-- CreateTable
CREATE TABLE "job" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "request" JSONB NOT NULL,
    "outcome" JSONB,
    "failure" JSONB,
    "seed" INTEGER NOT NULL,
    "phase" TEXT NOT NULL DEFAULT '',
    "steps_done" BIGINT NOT NULL DEFAULT 0,
    "steps_total" BIGINT,
    "cancel_asked_at" TIMESTAMPTZ(3),
    "worker" TEXT,
    "heartbeat_at" TIMESTAMPTZ(3),
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "label_source" (
    "id" SERIAL NOT NULL,
    "dataset_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "source_sha256" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "label_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "labelled_task" (
    "label_source_id" INTEGER NOT NULL,
    "task_id" INTEGER NOT NULL,
    "positives" INTEGER NOT NULL,
    "negatives" INTEGER NOT NULL,
    "unknown" INTEGER NOT NULL,

    CONSTRAINT "labelled_task_pkey" PRIMARY KEY ("label_source_id","task_id")
);

-- CreateTable
CREATE TABLE "label_chunk" (
    "label_source_id" INTEGER NOT NULL,
    "task_id" INTEGER NOT NULL,
    "chunk" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "label_chunk_pkey" PRIMARY KEY ("label_source_id","task_id","chunk")
);

-- CreateTable
CREATE TABLE "model" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "model_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_version" (
    "id" SERIAL NOT NULL,
    "model_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "foundation_model" TEXT,
    "adaptation" TEXT,
    "parent_id" INTEGER,
    "training_data" TEXT,
    "artefact_sha256" TEXT,
    "input_specification" JSONB,
    "post_processing" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "model_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operating_point" (
    "id" SERIAL NOT NULL,
    "model_version_id" INTEGER NOT NULL,
    "task_id" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "target" DOUBLE PRECISION,
    "threshold" DOUBLE PRECISION NOT NULL,
    "chosen_on_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "operating_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subject" (
    "dataset_id" INTEGER NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "subject_pkey" PRIMARY KEY ("dataset_id","subject_id")
) PARTITION BY LIST ("dataset_id");

-- CreateTable
CREATE TABLE "task" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'binary',
    "direction" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "upload" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "answer_evaluation_id_task_id_idx" ON "answer"("evaluation_id", "task_id");

-- CreateIndex
CREATE INDEX "answer_task_id_idx" ON "answer"("task_id");

-- CreateIndex
CREATE INDEX "attribute_set_dataset_id_idx" ON "attribute_set"("dataset_id");

-- CreateIndex
CREATE UNIQUE INDEX "attribute_attribute_set_id_position_key" ON "attribute"("attribute_set_id", "position");

-- CreateIndex
CREATE INDEX "audit_entry_project_id_id_idx" ON "audit_entry"("project_id", "id");

-- CreateIndex
CREATE INDEX "audit_entry_noun_noun_id_idx" ON "audit_entry"("noun", "noun_id");

-- CreateIndex
CREATE INDEX "dataset_project_id_archived_at_name_idx" ON "dataset"("project_id", "archived_at", "name");

-- CreateIndex
CREATE INDEX "dataset_project_id_source_sha256_idx" ON "dataset"("project_id", "source_sha256");

-- CreateIndex
CREATE INDEX "dataset_previous_id_idx" ON "dataset"("previous_id");

-- CreateIndex
CREATE INDEX "evaluation_project_id_archived_at_name_idx" ON "evaluation"("project_id", "archived_at", "name");

-- CreateIndex
CREATE INDEX "evaluation_project_id_source_sha256_idx" ON "evaluation"("project_id", "source_sha256");

-- CreateIndex
CREATE INDEX "evaluation_dataset_id_idx" ON "evaluation"("dataset_id");

-- CreateIndex
CREATE INDEX "evaluation_model_version_id_idx" ON "evaluation"("model_version_id");

-- CreateIndex
CREATE INDEX "evaluation_label_source_id_idx" ON "evaluation"("label_source_id");

-- CreateIndex
CREATE INDEX "scored_task_task_id_idx" ON "scored_task"("task_id");

-- CreateIndex
CREATE INDEX "score_chunk_task_id_idx" ON "score_chunk"("task_id");

-- CreateIndex
CREATE INDEX "decision_chunk_task_id_idx" ON "decision_chunk"("task_id");

-- CreateIndex
CREATE INDEX "job_state_id_idx" ON "job"("state", "id");

-- CreateIndex
CREATE INDEX "job_project_id_id_idx" ON "job"("project_id", "id");

-- CreateIndex
CREATE INDEX "label_source_dataset_id_idx" ON "label_source"("dataset_id");

-- CreateIndex
CREATE INDEX "labelled_task_task_id_idx" ON "labelled_task"("task_id");

-- CreateIndex
CREATE INDEX "label_chunk_task_id_idx" ON "label_chunk"("task_id");

-- CreateIndex
CREATE INDEX "model_project_id_archived_at_name_idx" ON "model"("project_id", "archived_at", "name");

-- CreateIndex
CREATE INDEX "model_version_parent_id_idx" ON "model_version"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "model_version_model_id_name_key" ON "model_version"("model_id", "name");

-- CreateIndex
CREATE INDEX "operating_point_model_version_id_task_id_created_at_idx" ON "operating_point"("model_version_id", "task_id", "created_at");

-- CreateIndex
CREATE INDEX "operating_point_task_id_idx" ON "operating_point"("task_id");

-- CreateIndex
CREATE INDEX "operating_point_chosen_on_id_idx" ON "operating_point"("chosen_on_id");

-- CreateIndex
CREATE INDEX "project_archived_at_name_idx" ON "project"("archived_at", "name");

-- CreateIndex
CREATE UNIQUE INDEX "task_project_id_name_key" ON "task"("project_id", "name");

-- CreateIndex
CREATE INDEX "upload_sha256_idx" ON "upload"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "upload_project_id_sha256_key" ON "upload"("project_id", "sha256");

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribute_set" ADD CONSTRAINT "attribute_set_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribute" ADD CONSTRAINT "attribute_attribute_set_id_fkey" FOREIGN KEY ("attribute_set_id") REFERENCES "attribute_set"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cell_chunk" ADD CONSTRAINT "cell_chunk_attribute_set_id_fkey" FOREIGN KEY ("attribute_set_id") REFERENCES "attribute_set"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "value_chunk" ADD CONSTRAINT "value_chunk_attribute_id_fkey" FOREIGN KEY ("attribute_id") REFERENCES "attribute"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_previous_id_fkey" FOREIGN KEY ("previous_id") REFERENCES "dataset"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject_chunk" ADD CONSTRAINT "subject_chunk_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_model_version_id_fkey" FOREIGN KEY ("model_version_id") REFERENCES "model_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_label_source_id_fkey" FOREIGN KEY ("label_source_id") REFERENCES "label_source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scored_task" ADD CONSTRAINT "scored_task_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scored_task" ADD CONSTRAINT "scored_task_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_chunk" ADD CONSTRAINT "score_chunk_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_chunk" ADD CONSTRAINT "score_chunk_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_chunk" ADD CONSTRAINT "decision_chunk_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_chunk" ADD CONSTRAINT "decision_chunk_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "label_source" ADD CONSTRAINT "label_source_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "labelled_task" ADD CONSTRAINT "labelled_task_label_source_id_fkey" FOREIGN KEY ("label_source_id") REFERENCES "label_source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "labelled_task" ADD CONSTRAINT "labelled_task_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "label_chunk" ADD CONSTRAINT "label_chunk_label_source_id_fkey" FOREIGN KEY ("label_source_id") REFERENCES "label_source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "label_chunk" ADD CONSTRAINT "label_chunk_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model" ADD CONSTRAINT "model_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_version" ADD CONSTRAINT "model_version_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "model"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_version" ADD CONSTRAINT "model_version_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "model_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operating_point" ADD CONSTRAINT "operating_point_model_version_id_fkey" FOREIGN KEY ("model_version_id") REFERENCES "model_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operating_point" ADD CONSTRAINT "operating_point_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operating_point" ADD CONSTRAINT "operating_point_chosen_on_id_fkey" FOREIGN KEY ("chosen_on_id") REFERENCES "evaluation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on: what a Prisma schema cannot say.

-- Chunks are read whole. Scores hardly compress, and a decompression costs more than it saves.
ALTER TABLE "score_chunk" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
ALTER TABLE "decision_chunk" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
ALTER TABLE "label_chunk" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
ALTER TABLE "cell_chunk" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
ALTER TABLE "subject_chunk" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
ALTER TABLE "value_chunk" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

-- The words that a column may hold.
ALTER TABLE "task" ADD CONSTRAINT "task_kind_known" CHECK ("kind" IN ('binary'));
ALTER TABLE "task" ADD CONSTRAINT "task_direction_known" CHECK ("direction" IN ('disease', 'healthy'));
ALTER TABLE "attribute" ADD CONSTRAINT "attribute_kind_known" CHECK ("kind" IN ('demographic', 'acquisition', 'split', 'time'));
ALTER TABLE "attribute" ADD CONSTRAINT "attribute_scale_known" CHECK ("scale" IN ('categorical', 'ordinal', 'numeric'));
ALTER TABLE "model_version" ADD CONSTRAINT "model_version_adaptation_known"
  CHECK ("adaptation" IN ('zero-shot', 'linear-probe', 'adapter', 'full-fine-tune', 'from-scratch'));
ALTER TABLE "operating_point" ADD CONSTRAINT "operating_point_rule_known" CHECK ("rule" IN ('fixed', 'youden', 'sensitivity', 'specificity'));
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_score_scale_known" CHECK ("score_scale" IN ('probability', 'logit', 'rank'));
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_in_training_data_known" CHECK ("in_training_data" IN ('yes', 'no', 'unknown'));
ALTER TABLE "job" ADD CONSTRAINT "job_state_known" CHECK ("state" IN ('queued', 'running', 'done', 'failed', 'cancelled'));

-- The audit log is only ever appended to.
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit log is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER "audit_entry_is_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();

-- A dataset's keys are partitions of their own: filled before they have an index (which takes a third of the time that
-- keeping one up to date takes), and dropped with their dataset at once, however many they are. No foreign key of a key
-- to its dataset: it would be checked row by row.
CREATE FUNCTION "open_dataset_keys"("id" integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TABLE example_%1$s (LIKE example, CHECK (dataset_id = %1$s))', id);
  EXECUTE format('CREATE TABLE subject_%1$s (LIKE subject, CHECK (dataset_id = %1$s))', id);
END
$$;
CREATE FUNCTION "close_dataset_keys"("id" integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE example_%1$s ADD PRIMARY KEY (dataset_id, example_id)', id);
  EXECUTE format('ALTER TABLE subject_%1$s ADD PRIMARY KEY (dataset_id, subject_id)', id);
  EXECUTE format('ALTER TABLE example ATTACH PARTITION example_%1$s FOR VALUES IN (%1$s)', id);
  EXECUTE format('ALTER TABLE subject ATTACH PARTITION subject_%1$s FOR VALUES IN (%1$s)', id);
END
$$;
CREATE FUNCTION "drop_dataset_keys"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  dataset_id integer;
BEGIN
  FOR dataset_id IN SELECT id FROM gone LOOP
    EXECUTE format('DROP TABLE IF EXISTS %1$I.example_%2$s, %1$I.subject_%2$s', TG_TABLE_SCHEMA, dataset_id);
  END LOOP;
  RETURN NULL;
END
$$;
CREATE TRIGGER "dataset_takes_its_keys" AFTER DELETE ON "dataset" REFERENCING OLD TABLE AS "gone"
  FOR EACH STATEMENT EXECUTE FUNCTION "drop_dataset_keys"();
