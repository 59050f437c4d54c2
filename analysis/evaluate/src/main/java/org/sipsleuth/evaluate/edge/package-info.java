/// What protections of a border do against simulated attacks, as tables.
///
/// In: scenarios. Out: for each protection the share of legitimate calls that are completed, and
/// what an attacker gets.
@NullMarked
package org.sipsleuth.evaluate.edge;

import org.jspecify.annotations.NullMarked;
