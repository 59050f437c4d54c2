/// How unlike usual ones a row of numbers is, whatever it is about.
///
/// In: usual rows. Out: the mean distance of a row to the five nearest of them
/// ([org.sipsleuth.rarity.NearestRows]), and how many usual ones are as far away
/// ([org.sipsleuth.rarity.UsualDistances]), as a [org.sipsleuth.rarity.PValue].
@NullMarked
package org.sipsleuth.rarity;

import org.jspecify.annotations.NullMarked;
