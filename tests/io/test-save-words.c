/* test-save-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people are told when a board or a draft could not be written, and what
 * is offered to them at the next start, in both languages.
 */

#include "config.h"

#include <errno.h>
#include <locale.h>
#include <string.h>

#include <gio/gio.h>
#include <libintl.h>

#include "commons-document.h"
#include "commons-draft.h"

/* All that a save can be refused with. */
static const struct
{
  int         number;
  const char *english;
  const char *french;
} refusals[] = {
  { ENOSPC, "The disk is full", "Le disque est plein" },
  { EDQUOT, "The disk is full", "Le disque est plein" },
  { EROFS, "can be read, not written", "pas écrire" },
  { EACCES, "not allowed to write", "pas le droit d’écrire" },
  { EPERM, "not allowed to write", "pas le droit d’écrire" },
  { ENOENT, "folder of this file is gone", "n’est plus là" },
  { ENOTDIR, "not a folder", "n’est pas un dossier" },
  { EISDIR, "A folder has that name", "Un dossier porte ce nom" },
  { ENAMETOOLONG, "too long", "trop long" },
  { EINVAL, "Save again, or save elsewhere", "enregistrez ailleurs" },
  { ELOOP, "leads back to itself", "ramène à lui-même" },
  { EBUSY, "Another program", "Un autre programme" },
  { ETXTBSY, "Another program", "Un autre programme" },
  { EMFILE, "Too many files", "Trop de fichiers" },
  { ENFILE, "Too many files", "Trop de fichiers" },
  { EIO, "reports an error", "signale une erreur" },
  { EREMOTEIO, "reports an error", "signale une erreur" },
  { ESTALE, "cannot be reached", "ne peut pas être atteint" },
  { ENOTCONN, "cannot be reached", "ne peut pas être atteint" },
  { EHOSTDOWN, "cannot be reached", "ne peut pas être atteint" },
  { EHOSTUNREACH, "cannot be reached", "ne peut pas être atteint" },
  { ENETUNREACH, "cannot be reached", "ne peut pas être atteint" },
  { ENETDOWN, "cannot be reached", "ne peut pas être atteint" },
  { ETIMEDOUT, "cannot be reached", "ne peut pas être atteint" },
  { ECONNREFUSED, "cannot be reached", "ne peut pas être atteint" },
  { ECONNRESET, "cannot be reached", "ne peut pas être atteint" },
  { ENODEV, "cannot be reached", "ne peut pas être atteint" },
  { ENXIO, "cannot be reached", "ne peut pas être atteint" },
};

/* Some C libraries translate nothing where there is no locale of a language. */
static gboolean
speak (const char *language)
{
  g_setenv ("LANGUAGE", language, TRUE);

  /* Makes the words known before be forgotten. */
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("COMMONS_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (g_str_equal (language, "en") || !g_str_equal (g_dgettext (GETTEXT_PACKAGE, "_Cancel"), "_Cancel"))
    return TRUE;

  g_test_skip ("nothing is translated here");

  return FALSE;
}

static void
assert_says (const char *words,
             const char *part)
{
  if (strstr (words, part) == NULL)
    g_error ("“%s” does not say “%s”", words, part);
}

static void
test_refusals (gconstpointer data)
{
  const char *language = data;
  gboolean french = g_str_equal (language, "fr");

  if (!speak (language))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = commons_io_error_new_from_errno (refusals[i].number, "What the system says");
      g_autofree char *words = commons_document_describe_save_error (error);

      assert_says (words, french ? refusals[i].french : refusals[i].english);
      assert_says (words, french ? "vos modifications sont toujours là" : "your changes are still here");
      assert_says (words, french ? "nregistre" : "ave");
      g_assert_true (g_str_has_suffix (words, "."));
    }
}

/* What nobody thought of is told with the system's words, and with what is safe. */
static void
test_others (gconstpointer data)
{
  const char *language = data;
  gboolean french = g_str_equal (language, "fr");

  if (!speak (language))
    return;

  for (int code = G_IO_ERROR_FAILED; code <= G_IO_ERROR_NO_SUCH_DEVICE; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, code, "What happened");
      g_autofree char *words = commons_document_describe_save_error (error);

      assert_says (words, french ? "vos modifications sont toujours là" : "your changes are still here");
    }

  for (int code = COMMONS_IO_ERROR_SYNTAX; code <= COMMONS_IO_ERROR_DEVICE; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (COMMONS_IO_ERROR, code, "What happened");
      g_autofree char *words = commons_document_describe_save_error (error);

      g_assert_cmpuint (strlen (words), >=, strlen ("What happened"));
    }
}

static void
test_drafts (gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 30, 12, 0, 0);
  g_autoptr (GDateTime) today = g_date_time_new_utc (2026, 11, 30, 10, 42, 59);
  g_autoptr (GDateTime) before = g_date_time_new_utc (2026, 3, 2, 18, 5, 0);
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "What happened");
  CommonsDraftInfo info = { (char *) "file:///tmp/L%27eau.commons", NULL, (char *) "", 0, 0, 14 };
  gboolean french = g_str_equal (data, "fr");
  g_autofree char *many = NULL;
  g_autofree char *one = NULL;
  g_autofree char *file = NULL;
  g_autofree char *none = NULL;
  g_autofree char *loss = NULL;
  g_autofree char *old_loss = NULL;
  g_autofree char *failure = NULL;

  if (!speak (data))
    return;

  info.written = g_date_time_to_unix (today);
  many = commons_draft_describe (&info, now);
  g_assert_cmpstr (many, ==, french ? "14 modifications, la dernière à 10 h 42" : "14 changes from 10:42");

  info.n_changes = 1;
  info.written = g_date_time_to_unix (before);
  one = commons_draft_describe (&info, now);
  assert_says (one, french ? "1 modification, le 2 " : "1 change from 2 March 2026, 18:05");
  assert_says (one, french ? "18 h 05" : "18:05");

  file = commons_draft_describe_file (&info);
  g_assert_cmpstr (file, ==, "L'eau.commons");
  info.uri = NULL;
  none = commons_draft_describe_file (&info);
  g_assert_cmpstr (none, ==, french ? "Jamais enregistré" : "Never saved");

  loss = commons_draft_describe_loss (2, g_date_time_to_unix (today), now);
  assert_says (loss, french ? "les 2 modifications faites depuis 10 h 42" : "2 changes made since 10:42");
  old_loss = commons_draft_describe_loss (1, g_date_time_to_unix (before), now);
  assert_says (old_loss, french ? "1 modification faite depuis le 2 " : "1 change made since 2 March 2026, 18:05");

  failure = commons_draft_describe_error (error);
  assert_says (failure, french ? "est plein" : "is full");
}

int
main (int   argc,
      char *argv[])
{
  /* Whether anything is translated at all is decided once, at the first word. */
  setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("COMMONS_LOCALEDIR"));
  g_setenv ("LANGUAGE", "fr", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/io/save-words/refusals/fr", "fr", test_refusals);
  g_test_add_data_func ("/io/save-words/refusals/en", "en", test_refusals);
  g_test_add_data_func ("/io/save-words/others/fr", "fr", test_others);
  g_test_add_data_func ("/io/save-words/others/en", "en", test_others);
  g_test_add_data_func ("/io/save-words/drafts/fr", "fr", test_drafts);
  g_test_add_data_func ("/io/save-words/drafts/en", "en", test_drafts);

  return g_test_run ();
}
