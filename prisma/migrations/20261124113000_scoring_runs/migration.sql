-- AlterTable
ALTER TABLE "model_version" ADD COLUMN "artefact_bytes" BIGINT,
ADD COLUMN "artefact_is_kept" BOOLEAN;

-- what is known of an artefact is known whole
UPDATE "model_version" SET "artefact_sha256" = NULL;
ALTER TABLE "model_version" ADD CONSTRAINT "model_version_artefact_whole"
  CHECK (num_nulls("artefact_sha256", "artefact_bytes", "artefact_is_kept") IN (0, 3));

-- AlterTable
ALTER TABLE "evaluation" ADD COLUMN "provenance" JSONB,
ADD COLUMN "is_partial" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "is_synthetic" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "scoring_run" (
    "id" SERIAL NOT NULL,
    "project_id" INTEGER NOT NULL,
    "model_version_id" INTEGER NOT NULL,
    "dataset_id" INTEGER,
    "dataset" TEXT,
    "tasks" JSONB NOT NULL,
    "attributes" JSONB NOT NULL,
    "in_training_data" TEXT NOT NULL,
    "images" INTEGER NOT NULL,
    "is_synthetic" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "provenance" JSONB,
    "is_partial" BOOLEAN,
    "job_id" INTEGER,
    "evaluation_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scoring_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "score_batch" (
    "scoring_run_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "score_batch_pkey" PRIMARY KEY ("scoring_run_id","number")
);

-- CreateTable
CREATE TABLE "scored_example" (
    "scoring_run_id" INTEGER NOT NULL,
    "example" UUID NOT NULL,

    CONSTRAINT "scored_example_pkey" PRIMARY KEY ("scoring_run_id","example")
);

-- CreateIndex
CREATE INDEX "model_version_artefact_sha256_idx" ON "model_version"("artefact_sha256");

-- CreateIndex
CREATE INDEX "scoring_run_project_id_idx" ON "scoring_run"("project_id");

-- CreateIndex
CREATE INDEX "scoring_run_model_version_id_idx" ON "scoring_run"("model_version_id");

-- CreateIndex
CREATE INDEX "scoring_run_dataset_id_idx" ON "scoring_run"("dataset_id");

-- CreateIndex
CREATE INDEX "scoring_run_job_id_idx" ON "scoring_run"("job_id");

-- CreateIndex
CREATE INDEX "scoring_run_evaluation_id_idx" ON "scoring_run"("evaluation_id");

-- AddForeignKey
ALTER TABLE "scoring_run" ADD CONSTRAINT "scoring_run_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scoring_run" ADD CONSTRAINT "scoring_run_model_version_id_fkey" FOREIGN KEY ("model_version_id") REFERENCES "model_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scoring_run" ADD CONSTRAINT "scoring_run_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scoring_run" ADD CONSTRAINT "scoring_run_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scoring_run" ADD CONSTRAINT "scoring_run_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_batch" ADD CONSTRAINT "score_batch_scoring_run_id_fkey" FOREIGN KEY ("scoring_run_id") REFERENCES "scoring_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scored_example" ADD CONSTRAINT "scored_example_scoring_run_id_fkey" FOREIGN KEY ("scoring_run_id") REFERENCES "scoring_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;
