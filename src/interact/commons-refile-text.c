/* commons-refile-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a change of places means, in words. Verbs are those of the catalogue.
 */

#define G_LOG_DOMAIN "commons-refile"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "commons-place.h"
#include "commons-refile-private.h"
#include "commons-surprise.h"

/* Longer titles would push what happens out of the sentence. */
#define MAX_TITLE 40

/* What a change has in common. */
typedef struct
{
  const CommonsRefileMove *first;
  guint                    n;
  gboolean                 alike;  /* the same relation */
  gboolean                 same;   /* the same place */
} Summary;

static char *
get_name (CommonsRefile *self,
          CommonsRecord *node)
{
  const char *title = commons_record_get_shown_title (node);
  const CommonsKind *kind = commons_catalogue_get_kind (self->catalogue, commons_record_get_kind (node));
  g_autofree char *valid = NULL;
  g_autofree char *start = NULL;

  if (*title == '\0')
    return g_strdup (kind != NULL ? kind->label : commons_record_is_group (node) ? _("Group") : _("Card"));

  valid = g_utf8_make_valid (title, -1);
  if (g_utf8_strlen (valid, -1) <= MAX_TITLE)
    return g_steal_pointer (&valid);

  start = g_utf8_substring (valid, 0, MAX_TITLE - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

static const CommonsLinkType *
get_dock_type (CommonsRefile           *self,
               const CommonsRefileMove *move)
{
  if (move->host == NULL || _commons_refile_is_same (move->host, move->old_host))
    return NULL;

  return commons_place_find_dock_link (self->catalogue, commons_record_get_kind (move->node),
                                       commons_record_get_kind (move->host));
}

/* Whether the node itself goes elsewhere, and not only what is around it. */
static gboolean
goes (const CommonsRefileMove *move)
{
  return !_commons_refile_is_same (move->from, move->to) || !_commons_refile_is_same (move->old_host, move->host);
}

/* Going to the same place, or leaving the same one for none. */
static gboolean
goes_same_way (const CommonsRefileMove *a,
               const CommonsRefileMove *b)
{
  return _commons_refile_is_same (a->to, b->to) && _commons_refile_is_same (a->host, b->host) && (a->to != NULL || _commons_refile_is_same (a->from, b->from));
}

static gboolean
says_relation (const CommonsRefileMove *move)
{
  return move->home != NULL && !_commons_refile_is_same (move->home, move->old_home);
}

static gboolean
is_alike (const CommonsRefileMove *a,
          const CommonsRefileMove *b)
{
  return says_relation (a) && says_relation (b) && _commons_refile_is_same (a->home, b->home) && a->type == b->type;
}

static void
summarize (CommonsRefile *self,
           Summary       *summary)
{
  gboolean related = FALSE;

  *summary = (Summary) { NULL, 0, TRUE, TRUE };
  for (guint i = 0; i < self->moves->len && !related; i++)
    {
      const CommonsRefileMove *move = &g_array_index (self->moves, CommonsRefileMove, i);

      related = goes (move) && says_relation (move);
    }

  for (guint i = 0; i < self->moves->len; i++)
    {
      const CommonsRefileMove *move = &g_array_index (self->moves, CommonsRefileMove, i);

      /* What goes along with its container is not worth a word, nor what has
       * no relation where others have one. */
      if (!goes (move) || (related && !says_relation (move)))
        continue;

      if (summary->first == NULL)
        summary->first = move;
      summary->alike = summary->alike && is_alike (summary->first, move);
      summary->same = summary->same && goes_same_way (summary->first, move);
      summary->n++;
    }
}

/* "applies to Reviewers" */
static char *
describe_relation (CommonsRefile           *self,
                   const CommonsRefileMove *move)
{
  g_autofree char *home = get_name (self, move->home);
  gboolean from = move->type->inside == COMMONS_INSIDE_FROM;

  return g_strdup_printf ("%s %s", from ? move->type->label : move->type->inverse, home);
}

/* Where it goes, or what it leaves for nothing; what is docked somewhere with
 * no link to say stands beside it. */
static CommonsRecord *
get_place (const CommonsRefileMove *move)
{
  if (_commons_refile_is_same (move->from, move->to))
    return move->host ? move->host : move->old_host;

  return move->to ? move->to : move->from;
}

static gboolean
arrives (const CommonsRefileMove *move)
{
  return _commons_refile_is_same (move->from, move->to) ? move->host != NULL : move->to != NULL;
}

static gboolean
surprises (const CommonsRefileMove *move)
{
  return !_commons_refile_is_same (move->from, move->to) && !commons_record_is_group (move->node) &&
         !commons_surprise_expects (move->to, commons_record_get_kind (move->node));
}

static char *
describe_what (CommonsRefile *self,
               const Summary *summary)
{
  const CommonsRefileMove *move = summary->first;
  const CommonsLinkType *dock_type = get_dock_type (self, move);
  g_autofree char *name = NULL;

  if (says_relation (move))
    return describe_relation (self, move);
  if (dock_type != NULL)
    {
      g_autofree char *host = get_name (self, move->host);

      return g_strdup_printf ("%s %s", dock_type->label, host);
    }

  name = get_name (self, get_place (move));
  if (surprises (move))
    {
      g_autofree char *expected = commons_surprise_describe (self->catalogue, move->to);

      /* Translators: what happens to a card over a zone; the first %s is the name
       * of the zone, the second a list such as “values, questions” */
      return g_strdup_printf (_("goes to %s, which expects %s"), name, expected);
    }
  if (arrives (move))
    /* Translators: what happens to a card over a zone; %s is its name */
    return g_strdup_printf (_("goes to %s"), name);

  /* Translators: what happens to a card; %s is the name of a circle or zone */
  return g_strdup_printf (_("leaves %s"), name);
}

static char *
describe_one (CommonsRefile *self,
              const Summary *summary)
{
  g_autofree char *name = get_name (self, summary->first->node);
  g_autofree char *what = describe_what (self, summary);

  return g_strdup_printf ("%s %s", name, what);
}

static char *
describe_many (CommonsRefile *self,
               const Summary *summary)
{
  const CommonsRefileMove *move = summary->first;
  g_autofree char *place = NULL;

  if (summary->alike && summary->same)
    {
      g_autofree char *what = describe_relation (self, move);

      /* Translators: %s is what happens to each of them, as "applies to Reviewers" */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u card: %s", "%'u cards: %s", summary->n),
                              summary->n, what);
    }

  if (!summary->same)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u card changes place", "%'u cards change place",
                                         summary->n), summary->n);

  place = get_name (self, get_place (move));
  if (arrives (move))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u card goes to %s", "%'u cards go to %s", summary->n),
                            summary->n, place);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u card leaves %s", "%'u cards leave %s", summary->n),
                          summary->n, place);
}

char *
commons_refile_describe (CommonsRefile *self,
                         gboolean       whole)
{
  Summary summary;

  g_return_val_if_fail (self != NULL, NULL);

  summarize (self, &summary);

  if (summary.n == 0)
    return NULL;
  if (summary.n > 1)
    return describe_many (self, &summary);

  return whole ? describe_one (self, &summary) : describe_what (self, &summary);
}
