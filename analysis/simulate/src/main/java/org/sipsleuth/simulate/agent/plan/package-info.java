/// Plans for user agents: their accounts, the calls they make, how they answer.
@NullMarked
package org.sipsleuth.simulate.agent.plan;

import org.jspecify.annotations.NullMarked;
