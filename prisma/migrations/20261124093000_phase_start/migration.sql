-- AlterTable
ALTER TABLE "job" ADD COLUMN "phase_started_at" TIMESTAMPTZ(3);
