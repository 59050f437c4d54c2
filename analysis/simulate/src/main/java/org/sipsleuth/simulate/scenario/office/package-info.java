/// An office whose people telephone: what normal traffic is made of, and what attacks are made on.
@NullMarked
package org.sipsleuth.simulate.scenario.office;

import org.jspecify.annotations.NullMarked;
