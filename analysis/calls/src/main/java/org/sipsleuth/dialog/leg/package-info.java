/// Which dialogs are legs of one call.
///
/// In: an index. Out: [org.sipsleuth.dialog.leg.Legs], groups of dialogs with the links between
/// them, each with a confidence and with what it rests on. The links are evidence, not verdicts:
/// `docs/LEGS.md` describes how they are found and how often they are right.
@NullMarked
package org.sipsleuth.dialog.leg;

import org.jspecify.annotations.NullMarked;
