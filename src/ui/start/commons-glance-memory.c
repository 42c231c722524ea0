/* commons-glance-memory.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Glances kept in the person's cache. Files go by a digest of their address,
 * and everything there may be thrown away at any time.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "commons-file-bytes.h"
#include "commons-glance-private.h"

/* What it was made for; title, number of cards, three sheets, the picture. */
#define TYPE "(ssua(uuu)ay)"

/* How many glances are kept, and how large one may be. */
#define MAX_FILES 120
#define MAX_BYTES (2 * 1024 * 1024)

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "commons-canvas", "glances", NULL);
}

/* One file for each look of a board: a change of style keeps the others. */
static char *
get_path (const CommonsGlanceWish *wish)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *uri = g_file_get_uri (wish->file);
  g_autofree char *look = g_strdup_printf ("%s %dx%d %d %d %d", uri, wish->width, wish->height, wish->scale,
                                           (int) wish->theme, wish->high_contrast);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, look, -1);

  return g_build_filename (folder, digest, NULL);
}

char *
_commons_glance_get_state (const CommonsGlanceWish *wish,
                           GFileInfo               *info)
{
  if (wish->samples || g_file_has_uri_scheme (wish->file, "resource"))
    return NULL;

  return g_strdup_printf ("%s %" G_GUINT64_FORMAT ".%06u %" G_GOFFSET_FORMAT, PACKAGE_VERSION,
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED),
                          g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC),
                          (goffset) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE));
}

static GVariant *
read_variant (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = commons_file_bytes_read (file, NULL, NULL, NULL);
  g_autoptr (GVariant) variant = NULL;

  if (bytes == NULL || g_bytes_get_size (bytes) > MAX_BYTES)
    return NULL;

  variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (TYPE), bytes, FALSE));

  return g_variant_is_normal_form (variant) ? g_steal_pointer (&variant) : NULL;
}

static GdkTexture *
read_picture (GVariant                *png,
              const CommonsGlanceWish *wish)
{
  g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (png);
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (bytes, NULL);

  if (texture == NULL || gdk_texture_get_width (texture) != wish->width * wish->scale ||
      gdk_texture_get_height (texture) != wish->height * wish->scale)
    return NULL;

  return g_steal_pointer (&texture);
}

CommonsGlance *
_commons_glance_recall (const CommonsGlanceWish *wish,
                        const char              *state)
{
  g_autofree char *path = get_path (wish);
  g_autoptr (GVariant) variant = read_variant (path);
  g_autoptr (GVariant) sheets = NULL;
  g_autoptr (GVariant) png = NULL;
  g_autoptr (CommonsGlance) glance = NULL;
  const char *seen, *title;

  if (variant == NULL)
    return NULL;

  glance = g_new0 (CommonsGlance, 1);
  g_variant_get (variant, "(&s&su@a(uuu)@ay)", &seen, &title, &glance->n_cards, &sheets, &png);
  if (!g_str_equal (seen, state))
    return NULL;

  glance->title = *title != '\0' ? g_strdup (title) : NULL;
  for (guint i = 0; i < MIN (g_variant_n_children (sheets), COMMONS_GLANCE_SHEETS); i++)
    g_variant_get_child (sheets, i, "(uuu)", &glance->done[i], &glance->started[i], &glance->total[i]);
  glance->picture = read_picture (png, wish);

  return glance->picture != NULL ? g_steal_pointer (&glance) : NULL;
}

/* When there are too many, all go: those in use come back at once. */
static void
make_room (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));

  for (guint i = 0; names->len >= MAX_FILES && i < names->len; i++)
    g_remove (g_ptr_array_index (names, i));
}

void
_commons_glance_remember (const CommonsGlanceWish *wish,
                          const char              *state,
                          const CommonsGlance     *glance)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *path = get_path (wish);
  g_autoptr (GBytes) png = gdk_texture_save_to_png_bytes (glance->picture);
  g_autoptr (GVariant) variant = NULL;
  GVariantBuilder sheets;

  g_variant_builder_init (&sheets, G_VARIANT_TYPE ("a(uuu)"));
  for (guint i = 0; i < COMMONS_GLANCE_SHEETS; i++)
    g_variant_builder_add (&sheets, "(uuu)", glance->done[i], glance->started[i], glance->total[i]);

  variant = g_variant_ref_sink (g_variant_new ("(ssua(uuu)@ay)", state, glance->title != NULL ? glance->title : "",
                                               glance->n_cards, &sheets,
                                               g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, png, TRUE)));

  /* What cannot be kept is looked at again. */
  if (g_mkdir_with_parents (folder, 0700) != 0 || g_variant_get_size (variant) > MAX_BYTES)
    return;

  make_room (folder);
  g_file_set_contents_full (path, g_variant_get_data (variant), (gssize) g_variant_get_size (variant),
                            G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}
