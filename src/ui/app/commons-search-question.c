/* commons-search-question.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <adwaita.h>

#include "commons-fold.h"
#include "commons-glance.h"
#include "commons-known-boards.h"
#include "commons-search-question.h"

/* Seconds for which the program stays after an answer: the next question comes
 * with the next letter. */
#define PATIENCE 10

/* The pictures of the start page: what one has looked at the other knows. */
#define WIDTH     76
#define HEIGHT    50
#define SHARPNESS 2

/* A question of the desktop, until every board it is about was looked at. */
typedef struct
{
  GApplication          *application;
  GDBusMethodInvocation *invocation;
  GStrv                  words;     /* folded; NULL when asked how results look */
  GPtrArray             *boards;    /* CommonsKnownBoard */
  CommonsGlance        **glances;   /* one for each; NULL for what is far away */
  guint                  n_pending;
} Question;

typedef struct
{
  Question *question;
  guint     index;
} Look;

static gboolean
release_cb (gpointer user_data)
{
  g_application_release (user_data);

  return G_SOURCE_REMOVE;
}

static void
question_free (Question *self)
{
  for (guint i = 0; i < self->boards->len; i++)
    g_clear_pointer (&self->glances[i], commons_glance_free);
  g_free (self->glances);
  g_clear_pointer (&self->boards, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_strfreev);
  g_timeout_add_seconds_full (G_PRIORITY_DEFAULT, PATIENCE, release_cb,
                              g_steal_pointer (&self->application), g_object_unref);
  g_free (self);
}

/* ---- Answers ---------------------------------------------------------------- */

static const char *
get_name (const Question *self,
          guint           i)
{
  const CommonsKnownBoard *board = g_ptr_array_index (self->boards, i);
  const CommonsGlance *glance = self->glances[i];

  return glance != NULL && glance->title != NULL ? glance->title : board->name;
}

static gboolean
is_found (const Question *self,
          guint           i)
{
  const CommonsKnownBoard *board = g_ptr_array_index (self->boards, i);
  g_autofree char *text = g_strjoin ("\n", get_name (self, i), board->name, board->about, NULL);
  g_autofree char *folded = commons_fold (text);

  if (self->glances[i] != NULL && self->glances[i]->missing)
    return FALSE;

  for (guint j = 0; self->words[j] != NULL; j++)
    {
      if (strstr (folded, self->words[j]) == NULL)
        return FALSE;
    }

  return self->words[0] != NULL;
}

static GVariant *
make_icon (const CommonsGlance *glance)
{
  g_autoptr (GIcon) icon = NULL;

  if (glance != NULL && glance->picture != NULL)
    {
      g_autoptr (GBytes) png = gdk_texture_save_to_png_bytes (glance->picture);

      icon = g_bytes_icon_new (png);
    }
  else
    {
      icon = g_themed_icon_new (APP_ID);
    }

  return g_icon_serialize (icon);
}

static void
add_meta (const Question  *self,
          guint            i,
          GVariantBuilder *metas)
{
  const CommonsKnownBoard *board = g_ptr_array_index (self->boards, i);
  g_autoptr (GVariant) icon = make_icon (self->glances[i]);

  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (board->uri));
  g_variant_builder_add (metas, "{sv}", "name", g_variant_new_string (get_name (self, i)));
  g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (board->about));
  g_variant_builder_add (metas, "{sv}", "icon", icon);
  g_variant_builder_close (metas);
}

static void
answer (Question *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, self->words != NULL ? G_VARIANT_TYPE_STRING_ARRAY : G_VARIANT_TYPE ("aa{sv}"));

  for (guint i = 0; i < self->boards->len; i++)
    {
      const CommonsKnownBoard *board = g_ptr_array_index (self->boards, i);

      if (self->words == NULL)
        add_meta (self, i, &builder);
      else if (is_found (self, i))
        g_variant_builder_add (&builder, "s", board->uri);
    }

  g_dbus_method_invocation_return_value (g_steal_pointer (&self->invocation),
                                         g_variant_new_tuple ((GVariant *[]) { g_variant_builder_end (&builder) }, 1));
  question_free (self);
}

/* ---- Looking at boards ------------------------------------------------------ */

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Look *data = user_data;
  Question *self = data->question;

  self->glances[data->index] = commons_glance_finish (result, NULL);
  if (--self->n_pending == 0)
    answer (self);
}

static void
look (Question *self,
      guint     i)
{
  const CommonsKnownBoard *board = g_ptr_array_index (self->boards, i);
  g_autoptr (GFile) file = g_file_new_for_uri (board->uri);
  AdwStyleManager *style = adw_style_manager_get_default ();
  Look *data = g_new0 (Look, 1);
  const CommonsGlanceWish wish = {
    .file = file,
    .width = WIDTH,
    .height = HEIGHT,
    .scale = SHARPNESS,
    .theme = adw_style_manager_get_dark (style) ? COMMONS_THEME_DARK : COMMONS_THEME_LIGHT,
    .high_contrast = adw_style_manager_get_high_contrast (style),
  };

  data->question = self;
  data->index = i;
  commons_glance_async (&wish, NULL, looked_cb, data);
}

/* Examples are called by their name in this language, and need not be looked
 * into to be found. */
static gboolean
needs_look (const Question          *self,
            const CommonsKnownBoard *board)
{
  return commons_known_board_is_near (board) && (self->words == NULL || g_str_has_prefix (board->uri, "file:"));
}

void
commons_search_question_ask (GApplication          *application,
                             GDBusMethodInvocation *invocation,
                             GStrv                  words,
                             GPtrArray             *boards)
{
  Question *self;

  g_return_if_fail (G_IS_APPLICATION (application));
  g_return_if_fail (G_IS_DBUS_METHOD_INVOCATION (invocation));
  g_return_if_fail (boards != NULL);

  self = g_new0 (Question, 1);
  self->application = g_object_ref (application);
  self->invocation = invocation;
  self->words = words;
  self->boards = boards;
  self->glances = g_new0 (CommonsGlance *, boards->len);
  g_application_hold (application);

  /* One more, so that nothing is answered while the list is gone through. */
  self->n_pending = 1;
  for (guint i = 0; i < boards->len; i++)
    {
      if (needs_look (self, g_ptr_array_index (boards, i)))
        {
          self->n_pending++;
          look (self, i);
        }
    }

  if (--self->n_pending == 0)
    answer (self);
}
