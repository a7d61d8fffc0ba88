import type { ListQuery } from '@/lib/wire/listing'

/** The Prisma arguments that all lists share: search in the name, archived or not, order, page. */
export function pageArguments({ search, sort, order, archived, page, size }: ListQuery) {
  const direction = order === 'ascending' ? ('asc' as const) : ('desc' as const)
  return {
    where: {
      archivedAt: archived === 'yes' ? { not: null } : null,
      // Prisma leaves % and _ as wildcards of LIKE
      name: search === '' ? undefined : { contains: search.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const },
    },
    orderBy: [sort === 'name' ? { name: direction } : { createdAt: direction }, { id: direction }],
    skip: (page - 1) * size,
    take: size,
  }
}

/** A row's times as a border carries them. */
export function withTimes<T extends { createdAt: Date; archivedAt: Date | null }>(row: T) {
  return { ...row, createdAt: row.createdAt.toISOString(), archivedAt: row.archivedAt?.toISOString() ?? null }
}

/** Moments for an archive or a restore; undefined leaves it. */
export const archivedAt = (archived: boolean | undefined) =>
  archived === undefined ? undefined : archived ? new Date() : null
