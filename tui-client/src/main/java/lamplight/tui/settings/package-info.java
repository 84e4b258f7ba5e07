/**
 * The player's settings file: read, checked, and printed with every setting explained. Open {@link
 * lamplight.tui.settings.SettingsFile} first. Must never decide what a setting does.
 */
@NullMarked
package lamplight.tui.settings;

import org.jspecify.annotations.NullMarked;
