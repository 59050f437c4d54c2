/// What the parts of the page of beliefs share: what was counted and is believed of the capture,
/// which source and period are looked at, the tables in use, what is tried out.
///
/// In: a [org.sipsleuth.dialog.SipIndex], the selection. Out: properties with immutable snapshots.
@NullMarked
package org.sipsleuth.view.belief.state;

import org.jspecify.annotations.NullMarked;
