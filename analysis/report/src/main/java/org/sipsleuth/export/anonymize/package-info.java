/// A copy of messages and media that can be handed over: what was selected and a key that stays
/// with the analyst in, frames in which nothing identifies people or places out.
///
/// Every packet is made anew from what was understood of it. What was not understood is left out,
/// and counted.
@NullMarked
package org.sipsleuth.export.anonymize;

import org.jspecify.annotations.NullMarked;

