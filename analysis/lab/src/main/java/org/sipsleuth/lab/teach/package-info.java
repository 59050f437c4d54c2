/// A class: captures, sheets and keys for each student, marks for all, and labs for other
/// platforms.
///
/// In: a recipe, a number of students and a seed; later, what they handed in. Out: folders, tables,
/// and checks that report facts.
@NullMarked
package org.sipsleuth.lab.teach;

import org.jspecify.annotations.NullMarked;
