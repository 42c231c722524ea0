/* commons-announce.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "commons-announce"

#include "config.h"

#include "commons-announce.h"

#define FALLBACK_KEY "commons-announce-label"
#define WAITING_KEY "commons-announce-waiting"

/* What follows within so long replaces what waits. */
#define QUIET_MS 300

typedef struct
{
  GtkWidget *widget; /* not held: it has us */
  char      *text;
  guint      timeout;
} Waiting;

/* Who repeats what is announced from inside of it: the window, as a rule. */
static GtkWidget *
find_owner (GtkWidget *widget)
{
  for (GtkWidget *owner = widget; owner != NULL; owner = gtk_widget_get_parent (owner))
    {
      if (g_object_get_data (G_OBJECT (owner), FALLBACK_KEY) != NULL)
        return owner;
    }

  return widget;
}

static GtkLabel *
find_fallback (GtkWidget *widget)
{
  GWeakRef *label = g_object_get_data (G_OBJECT (find_owner (widget)), FALLBACK_KEY);

  return label != NULL ? g_weak_ref_get (label) : NULL;
}

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  g_clear_handle_id (&waiting->timeout, g_source_remove);
  g_free (waiting->text);
  g_free (waiting);
}

static void
weak_label_free (gpointer data)
{
  GWeakRef *label = data;

  g_weak_ref_clear (label);
  g_free (label);
}

#if GTK_CHECK_VERSION (4, 14, 0)
/* The accessibility backend of the toolkit's own tests has no announcements,
 * and GTK 4.18 calls them all the same. */
static gboolean
can_announce (void)
{
  return g_strcmp0 (g_getenv ("GTK_A11Y"), "test") != 0;
}
#endif

void
commons_announce (GtkWidget  *widget,
                  const char *text)
{
  g_autoptr (GtkLabel) label = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  g_object_set_data (G_OBJECT (find_owner (widget)), WAITING_KEY, NULL);
  label = find_fallback (widget);
  if (label != NULL)
    {
      gtk_label_set_text (label, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (label),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                      -1);
    }

#if GTK_CHECK_VERSION (4, 14, 0)
  if (can_announce ())
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#endif
}

static gboolean
announce_waiting_cb (gpointer user_data)
{
  Waiting *waiting = user_data;
  g_autofree char *text = g_steal_pointer (&waiting->text);

  /* Announcing frees what waits. */
  waiting->timeout = 0;
  commons_announce (waiting->widget, text);

  return G_SOURCE_REMOVE;
}

void
commons_announce_later (GtkWidget  *widget,
                        const char *text)
{
  GtkWidget *owner;
  Waiting *waiting;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  owner = find_owner (widget);
  waiting = g_new0 (Waiting, 1);
  waiting->widget = owner;
  waiting->text = g_strdup (text);
  waiting->timeout = g_timeout_add (QUIET_MS, announce_waiting_cb, waiting);
  g_object_set_data_full (G_OBJECT (owner), WAITING_KEY, waiting, waiting_free);
}

void
commons_announce_set_fallback (GtkWidget *window,
                               GtkLabel  *label)
{
  GWeakRef *weak = NULL;

  g_return_if_fail (GTK_IS_WIDGET (window));
  g_return_if_fail (label == NULL || GTK_IS_LABEL (label));

  if (label != NULL)
    {
      weak = g_new0 (GWeakRef, 1);
      g_weak_ref_init (weak, label);
    }

  g_object_set_data_full (G_OBJECT (window), FALLBACK_KEY, weak, weak_label_free);
}
