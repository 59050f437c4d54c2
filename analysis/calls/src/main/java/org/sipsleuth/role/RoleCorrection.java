package org.sipsleuth.role;

import java.util.Optional;

/// What the user knows of a host.
///
/// @param role what it is; empty where the estimate stands
/// @param isAllowed whether it may scan and call as it does: a monitor, an own audit, a trunk
/// @param reason why, in the user's words; may be empty
public record RoleCorrection(Optional<Role> role, boolean isAllowed, String reason) {}
