/// A copy of messages and media that can be handed over.
///
/// In: what was selected, and a key that stays with the analyst. Out: frames in which nothing
/// identifies people or places (docs/ANONYMIZE.md).
///
/// Every packet is made from what was understood of it. What was not understood is left out, and
/// counted.
///
/// Described in docs/EXPORT.md.
@NullMarked
package org.sipsleuth.export.anonymize;

import org.jspecify.annotations.NullMarked;
