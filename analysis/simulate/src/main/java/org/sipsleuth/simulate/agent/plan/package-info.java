/// Plans for user agents.
///
/// In: a scenario's choices. Out: accounts, the calls they make, how they answer.
@NullMarked
package org.sipsleuth.simulate.agent.plan;

import org.jspecify.annotations.NullMarked;
