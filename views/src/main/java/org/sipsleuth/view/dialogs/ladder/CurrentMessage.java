package org.sipsleuth.view.dialogs.ladder;

import org.sipsleuth.dialog.SipIndex;

/// The current message of the ladder.
///
/// @param index where it is
/// @param message its number there
public record CurrentMessage(SipIndex index, int message) {}
