-- A project whose rows were generated says so wherever it shows.
ALTER TABLE "project" ADD COLUMN "is_synthetic" BOOLEAN NOT NULL DEFAULT false;

-- The families that a dataset is compared by unless somebody says otherwise, and why they were changed.
ALTER TABLE "dataset"
  ADD COLUMN "prespecified" JSONB,
  ADD COLUMN "prespecified_note" TEXT,
  ADD COLUMN "prespecified_at" TIMESTAMPTZ(3),
  ADD CONSTRAINT "dataset_prespecified_has_note"
    CHECK (("prespecified" IS NULL) = ("prespecified_note" IS NULL) AND ("prespecified" IS NULL) = ("prespecified_at" IS NULL));
