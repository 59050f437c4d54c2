package org.sipsleuth.view.dialogs.rows;

import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.simulate.truth.read.IndexTruth;

/// What the list tells of.
///
/// @param truth what the dialogs of the index are, if that is to be shown
public record Listed(SipIndex index, Optional<IndexTruth> truth) {

    /// An index whose truth is not shown.
    public static Listed of(SipIndex index) {
        return new Listed(index, Optional.empty());
    }
}
