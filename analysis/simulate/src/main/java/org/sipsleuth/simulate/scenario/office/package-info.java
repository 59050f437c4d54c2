/// An office whose people telephone: what normal traffic is made of, and what attacks are made on.
///
/// In: users, trunks, habits. Out: accounts, devices and calls.
@NullMarked
package org.sipsleuth.simulate.scenario.office;

import org.jspecify.annotations.NullMarked;
