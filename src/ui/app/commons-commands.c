/* commons-commands.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "commons-commands.h"

#define FILES N_("Files")
#define EDIT  N_("Editing")
#define CARDS N_("Cards")
#define ARRANGE N_("Putting in order")
#define MOVE  N_("Finding one’s way")
#define VIEW  N_("View")
#define HELP  N_("Help")

/* Where a layout cannot type one of these keys, commons-key-match finds the
 * command by the place of the key. */
static const CommonsCommand commands[] = {
  { "app.new", N_("New Board"), FILES, { "<Control>n" } },
  { "app.new-blank", N_("New Empty Board"), FILES, { NULL } },
  { "app.start", N_("New from Template…"), FILES, { "<Control><Shift>n" } },
  { "win.open", N_("Open…"), FILES, { "<Control>o" } },
  { "win.import", N_("Import…"), FILES, { NULL } },
  { "win.merge-tables", N_("Merge Tables…"), FILES, { "<Control><Shift>t" } },
  { "app.recover", N_("Recover Unsaved Work…"), FILES, { NULL } },
  { "win.save", N_("Save"), FILES, { "<Control>s" } },
  { "win.save-as", N_("Save As…"), FILES, { "<Control><Shift>s" } },
  { "win.save-as-template", N_("Save as Template…"), FILES, { NULL } },
  { "win.export", N_("Export Picture…"), FILES, { "<Control><Shift>e" } },
  { "win.name-version", N_("Name This Version…"), FILES, { "<Control><Alt>s" } },
  { "win.versions", N_("Versions…"), FILES, { "<Control><Alt>h" } },
  { "win.deleted-cards", N_("Deleted Cards…"), FILES, { "<Control><Alt>b" } },
  { "win.changes", N_("Changes From Elsewhere…"), FILES, { NULL } },
  { "win.close", N_("Close Window"), FILES, { "<Control>w" } },
  { "app.quit", N_("Quit"), FILES, { "<Control>q" } },

  { "board.undo", N_("Undo"), EDIT, { "<Control>z" } },
  { "board.redo", N_("Redo"), EDIT, { "<Control><Shift>z", "<Control>y" } },
  { "board.cut", N_("Cut"), EDIT, { "<Control>x", "<Shift>Delete" } },
  { "board.copy", N_("Copy"), EDIT, { "<Control>c", "<Control>Insert" } },
  { "board.paste", N_("Paste"), EDIT, { "<Control>v", "<Shift>Insert" } },
  { "board.paste-plain", N_("Paste as One Card"), EDIT, { "<Control><Shift>v" } },
  { "board.select-all", N_("Select All"), EDIT, { "<Control>a" } },
  { "board.select-none", N_("Select None"), EDIT, { "<Control><Shift>a" } },
  { "board.select-area", N_("Select an Area With Two Clicks"), EDIT, { NULL } },

  { "board.new-card", N_("New Card"), CARDS, { "n", "Insert", "KP_Insert" }, TRUE },
  { "win.quick-entry", N_("Quick Entry"), CARDS, { "<Control><Shift>b" } },
  { "board.clone-up", N_("New Linked Card Above"), CARDS, { "<Control><Shift>Up" }, TRUE },
  { "board.clone-right", N_("New Linked Card on the Right"), CARDS, { "<Control><Shift>Right" }, TRUE },
  { "board.clone-down", N_("New Linked Card Below"), CARDS, { "<Control><Shift>Down" }, TRUE },
  { "board.clone-left", N_("New Linked Card on the Left"), CARDS, { "<Control><Shift>Left" }, TRUE },
  { "board.edit", N_("Edit Text"), CARDS, { "Return", "F2", "KP_Enter" }, TRUE },
  { "board.notes", N_("Notes…"), CARDS, { "<Alt>n" }, TRUE },
  { "board.tick", N_("Tick the Next Box"), CARDS, { NULL } },
  { "board.open-link", N_("Open Link"), CARDS, { NULL } },
  { "board.duplicate", N_("Duplicate"), CARDS, { "<Control>d", "<Control>u" } },
  { "board.delete", N_("Delete"), CARDS, { "Delete", "BackSpace", "KP_Delete" }, TRUE },
  { "board.link-to", N_("Link To…"), CARDS, { "<Control><Shift>k" } },
  { "board.connect", N_("Link With a Click"), CARDS, { "c" }, TRUE },
  { "board.move-into", N_("Move Into…"), CARDS, { "<Control><Shift>m" } },
  { "board.move-to", N_("Move With a Click"), CARDS, { NULL } },
  { "win.find-duplicates", N_("Look for Duplicates…"), CARDS, { NULL } },
  { "win.file-under", N_("File Under a Question…"), CARDS, { NULL } },
  { "board.reverse-link", N_("Reverse Link"), CARDS, { NULL } },
  { "board.add-entry", N_("Add a Way In"), CARDS, { NULL } },
  { "board.group", N_("Group in a Zone"), CARDS, { "<Control>g" }, TRUE },
  { "board.ungroup", N_("Ungroup"), CARDS, { "<Control><Shift>g" }, TRUE },
  { "board.fold", N_("Fold or Unfold"), CARDS, { "f" }, TRUE },
  { "board.to-front", N_("Bring to Front"), CARDS, { "<Control><Shift>bracketright" } },
  { "board.to-back", N_("Send to Back"), CARDS, { "<Control><Shift>bracketleft" } },
  { "board.forward", N_("Bring Forward"), CARDS, { "<Control>bracketright" } },
  { "board.backward", N_("Send Backward"), CARDS, { "<Control>bracketleft" } },
  { "board.lock", N_("Lock or Unlock"), CARDS, { "<Control><Shift>l" } },
  { "board.reveal", N_("Reveal Hidden Cards"), CARDS, { NULL } },
  { "win.circle-patterns", N_("Structures of Circles…"), CARDS, { NULL } },
  { "win.risks", N_("Ready Risks…"), CARDS, { NULL } },
  { "win.legal-forms", N_("Compare Legal Structures…"), CARDS, { NULL } },
  { "win.stages", N_("Stage of the Commons…"), CARDS, { NULL } },
  { "board.nudge-left", N_("Move Left"), CARDS, { "Left", "KP_Left" }, TRUE },
  { "board.nudge-right", N_("Move Right"), CARDS, { "Right", "KP_Right" }, TRUE },
  { "board.nudge-up", N_("Move Up"), CARDS, { "Up", "KP_Up" }, TRUE },
  { "board.nudge-down", N_("Move Down"), CARDS, { "Down", "KP_Down" }, TRUE },
  { "board.push-left", N_("Move Left by One Grid Step"), CARDS, { "<Shift>Left" }, TRUE },
  { "board.push-right", N_("Move Right by One Grid Step"), CARDS, { "<Shift>Right" }, TRUE },
  { "board.push-up", N_("Move Up by One Grid Step"), CARDS, { "<Shift>Up" }, TRUE },
  { "board.push-down", N_("Move Down by One Grid Step"), CARDS, { "<Shift>Down" }, TRUE },

  { "board.wider", N_("Make Wider"), ARRANGE, { "<Alt><Shift>Right" }, TRUE },
  { "board.narrower", N_("Make Narrower"), ARRANGE, { "<Alt><Shift>Left" }, TRUE },
  { "board.higher", N_("Make Higher"), ARRANGE, { "<Alt><Shift>Down" }, TRUE },
  { "board.lower", N_("Make Lower"), ARRANGE, { "<Alt><Shift>Up" }, TRUE },
  { "board.resize-to", N_("Resize With a Click"), ARRANGE, { NULL } },
  { "board.align-left", N_("Align Left Edges"), ARRANGE, { NULL } },
  { "board.align-centre", N_("Align Centers"), ARRANGE, { NULL } },
  { "board.align-right", N_("Align Right Edges"), ARRANGE, { NULL } },
  { "board.align-top", N_("Align Top Edges"), ARRANGE, { NULL } },
  { "board.align-middle", N_("Align Middles"), ARRANGE, { NULL } },
  { "board.align-bottom", N_("Align Bottom Edges"), ARRANGE, { NULL } },
  { "board.distribute-across", N_("Distribute Across"), ARRANGE, { NULL } },
  { "board.distribute-down", N_("Distribute Down"), ARRANGE, { NULL } },
  { "board.tidy", N_("Tidy Up"), ARRANGE, { "<Control><Alt>g" } },
  { "board.make-room", N_("Make Room"), ARRANGE, { "r" }, TRUE },
  { "board.make-room-below", N_("Make Room Below"), ARRANGE, { NULL } },
  { "board.make-room-right", N_("Make Room on the Right"), ARRANGE, { NULL } },
  { "board.group-by-kind", N_("Columns by Kind"), ARRANGE, { NULL } },
  { "board.group-by-tag", N_("Columns by Tag"), ARRANGE, { NULL } },
  { "board.group-by-status", N_("Columns by Status"), ARRANGE, { NULL } },
  { "board.group-by-votes", N_("Columns by Votes"), ARRANGE, { NULL } },

  { "board.next", N_("Next Card"), MOVE, { "Tab" }, TRUE },
  { "board.previous", N_("Previous Card"), MOVE, { "<Shift>Tab", "<Shift>ISO_Left_Tab" }, TRUE },
  { "board.go-left", N_("Nearest Card on the Left"), MOVE, { "<Control>Left" }, TRUE },
  { "board.go-right", N_("Nearest Card on the Right"), MOVE, { "<Control>Right" }, TRUE },
  { "board.go-up", N_("Nearest Card Above"), MOVE, { "<Control>Up" }, TRUE },
  { "board.go-down", N_("Nearest Card Below"), MOVE, { "<Control>Down" }, TRUE },
  { "board.first", N_("First Card"), MOVE, { "Home" }, TRUE },
  { "board.last", N_("Last Card"), MOVE, { "End" }, TRUE },
  { "board.next-link", N_("Next Link of the Card"), MOVE, { "l" }, TRUE },
  { "board.previous-link", N_("Previous Link of the Card"), MOVE, { "<Shift>l" }, TRUE },
  { "board.go-to-source", N_("Go to the Start of the Link"), MOVE, { NULL } },
  { "board.go-to-target", N_("Go to the End of the Link"), MOVE, { NULL } },
  { "win.find", N_("Find…"), MOVE, { "<Control>f" } },
  { "win.find-next", N_("Next Match"), MOVE, { "F3" } },
  { "win.find-previous", N_("Previous Match"), MOVE, { "<Shift>F3" } },
  { "win.select-matches", N_("Select All Matches"), MOVE, { NULL } },
  { "win.filter", N_("Filter…"), MOVE, { "<Control><Shift>f" } },
  { "win.clear-filter", N_("Show All Cards Again"), MOVE, { NULL } },
  { "board.escape", N_("Give Up, Then Select None"), MOVE, { "Escape" }, TRUE },

  { "board.zoom-in", N_("Zoom In"), VIEW, { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "board.zoom-out", N_("Zoom Out"), VIEW, { "<Control>minus", "<Control>KP_Subtract" } },
  { "board.zoom-100", N_("Actual Size"), VIEW, { "<Control>0", "<Control>KP_0" } },
  { "board.zoom-fit", N_("Show Everything"), VIEW, { "<Control>1", "<Control>KP_1", "<Control>Home", "<Shift>exclam" } },
  { "board.zoom-selection", N_("Show the Selection"), VIEW, { "<Control>2", "<Control>KP_2", "<Shift>at" } },
  { "board.zoom-readable", N_("Zoom to Readable"), VIEW, { "<Control>3", "<Control>KP_3" } },
  { "board.back-to-content", N_("Back to Content"), VIEW, { NULL } },
  { "board.page-up", N_("Look Further Up"), VIEW, { "Page_Up" }, TRUE },
  { "board.page-down", N_("Look Further Down"), VIEW, { "Page_Down" }, TRUE },
  { "board.page-left", N_("Look Further Left"), VIEW, { "<Shift>Page_Up" }, TRUE },
  { "board.page-right", N_("Look Further Right"), VIEW, { "<Shift>Page_Down" }, TRUE },
  { "win.show-board", N_("Show the Board"), VIEW, { "<Alt>1" } },
  { "win.show-outline", N_("Show the Outline"), VIEW, { "<Alt>2" } },
  { "win.show-sides", N_("Show I and We"), VIEW, { "<Alt>3" } },
  { "win.sheets", N_("Guiding Sheets"), VIEW, { "F9" } },
  { "win.inspector", N_("Inspector"), VIEW, { "<Alt>Return", "<Shift>F9" } },
  { "win.next-question", N_("Next Question of the Sheet"), VIEW, { "<Alt>Down" } },
  { "win.previous-question", N_("Previous Question of the Sheet"), VIEW, { "<Alt>Up" } },
  { "win.next-view", N_("Next View"), VIEW, { "<Control>Page_Down" } },
  { "win.previous-view", N_("Previous View"), VIEW, { "<Control>Page_Up" } },
  { "win.next-part", N_("Next Part of the Window"), VIEW, { "F6" } },
  { "win.previous-part", N_("Previous Part of the Window"), VIEW, { "<Shift>F6" } },
  { "win.overview", N_("Show or Hide the Overview"), VIEW, { "<Control>m" } },
  { "win.fullscreen", N_("Full Screen"), VIEW, { "F11" } },

  { "app.preferences", N_("Preferences"), HELP, { "<Control>comma" } },
  { "app.help", N_("Help"), HELP, { "F1" } },
  { "win.shortcuts", N_("Keyboard Shortcuts"), HELP, { "<Control>question", "<Control><Shift>question" } },
  { "win.gestures", N_("Board Gestures"), HELP, { "<Shift>F1" } },
  { "win.show-hints", N_("Show Hints Again"), HELP, { NULL } },
  { "win.menu", N_("Main Menu"), HELP, { "F10" } },
  { "win.about", N_("About Commons Canvas"), HELP, { NULL } },
};

const CommonsCommand *
commons_commands_get (guint *n_commands)
{
  g_return_val_if_fail (n_commands != NULL, NULL);

  *n_commands = G_N_ELEMENTS (commands);

  return commands;
}

gboolean
commons_accel_types (const char *accel)
{
  const GdkModifierType others = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK | GDK_HYPER_MASK;
  guint keyval;
  GdkModifierType modifiers;

  g_return_val_if_fail (accel != NULL, FALSE);

  return gtk_accelerator_parse (accel, &keyval, &modifiers) && (modifiers & others) == 0 &&
         g_unichar_isprint (gdk_keyval_to_unicode (keyval));
}

const CommonsCommand *
commons_commands_find (const char *action)
{
  g_return_val_if_fail (action != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (commands[i].action, action))
        return &commands[i];
    }

  return NULL;
}
