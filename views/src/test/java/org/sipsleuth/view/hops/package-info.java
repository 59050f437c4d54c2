/// The page of the example method of docs/ADDING-A-METHOD.md.
@NullMarked
package org.sipsleuth.view.hops;

import org.jspecify.annotations.NullMarked;
