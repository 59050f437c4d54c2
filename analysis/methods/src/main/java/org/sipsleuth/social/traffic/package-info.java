/// When calls begin (paper 5, §4.1).
///
/// In: call records. Out: calls by hour of the day, and whether they begin at random within an
/// hour.
@NullMarked
package org.sipsleuth.social.traffic;

import org.jspecify.annotations.NullMarked;
