-- That the demonstration was made: deleting its project keeps it away.
CREATE TABLE "demo" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "project_id" INTEGER,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "demo_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "demo_is_one" CHECK ("id" = 1)
);

CREATE UNIQUE INDEX "demo_project_id_key" ON "demo"("project_id");

ALTER TABLE "demo" ADD CONSTRAINT "demo_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE SET NULL ON UPDATE CASCADE;
