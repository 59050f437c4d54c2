/// From when to when traffic was captured.
///
/// In: what is known of the times and interfaces of each file. Out: the coverages that the files
/// make, which decide until when the clocks of a dialog run: nothing is stated of time that nobody
/// captured.
@NullMarked
package org.sipsleuth.dialog.coverage;

import org.jspecify.annotations.NullMarked;
