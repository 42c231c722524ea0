/* commons-versions-choose.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which versions are not needed any more.
 */

#define G_LOG_DOMAIN "commons-versions"

#include "config.h"

#include "commons-versions.h"

#define HOUR G_TIME_SPAN_HOUR
#define DAY G_TIME_SPAN_DAY
#define MONTH (30 * DAY)

/* Which period a version stands for at its age, as a name no other period has.
 * Days and weeks are those of the calendar people live by. */
static char *
name_period (gint64 kept,
             gint64 age)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (kept / G_USEC_PER_SEC);

  if (time == NULL)
    return g_strdup ("none");
  if (age < DAY)
    return g_date_time_format (time, "%Y-%m-%d %H %z");
  if (age < MONTH)
    return g_date_time_format (time, "%Y-%m-%d");

  return g_date_time_format (time, "%G week %V");
}

/* What nobody could get back any other way stays for a while. */
static gboolean
is_only_one (const CommonsVersion *version,
             gint64                age)
{
  return age < MONTH && (version->reason == COMMONS_VERSION_NOT_SAVED ||
                         version->reason == COMMONS_VERSION_REPLACED);
}

static gboolean
may_go (const CommonsVersion *version,
        gint64                now,
        GHashTable           *periods)
{
  gint64 age = now - version->kept;

  /* Ages below nothing are those of a clock that went back. */
  if (version->name != NULL || age < HOUR || is_only_one (version, age))
    return FALSE;

  return !g_hash_table_add (periods, name_period (version->kept, age));
}

static void
keep_within_bounds (GPtrArray *kept,
                    GPtrArray *gone)
{
  guint64 bytes = 0;
  guint n = 0;

  for (guint i = 0; i < kept->len; i++)
    bytes += ((CommonsVersion *) g_ptr_array_index (kept, i))->size;
  for (guint i = 0; i < kept->len; i++)
    n += ((CommonsVersion *) g_ptr_array_index (kept, i))->name == NULL;

  /* From the oldest on, but never the last one. */
  for (guint i = kept->len; i > 1 && (n > COMMONS_VERSIONS_MAX || bytes > COMMONS_VERSIONS_MAX_BYTES); i--)
    {
      CommonsVersion *version = g_ptr_array_index (kept, i - 1);

      if (version->name != NULL)
        continue;
      g_ptr_array_add (gone, version);
      bytes -= version->size;
      n--;
    }
}

GPtrArray *
commons_versions_choose (GPtrArray *versions,
                         gint64     now)
{
  g_autoptr(GHashTable) periods = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();
  GPtrArray *gone = g_ptr_array_new ();

  g_return_val_if_fail (versions != NULL, gone);

  for (guint i = 0; i < versions->len; i++)
    {
      CommonsVersion *version = g_ptr_array_index (versions, i);

      /* The first one is how the board was before anybody saved it here. */
      if (may_go (version, now, periods) && i + 1 < versions->len)
        g_ptr_array_add (gone, version);
      else
        g_ptr_array_add (kept, version);
    }
  keep_within_bounds (kept, gone);

  return gone;
}
