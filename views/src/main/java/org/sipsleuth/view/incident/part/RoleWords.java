package org.sipsleuth.view.incident.part;

import java.util.Optional;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.role.Role;

/// What hosts are, in a word, as the rules judged them with the corrections of the user.
///
/// @param roles empty before the rules have looked
public record RoleWords(Optional<HostRoles> roles) {

    /// Before the rules have looked.
    public static final RoleWords NONE = new RoleWords(Optional.empty());

    /// The role of a host; empty if it is not known.
    public String of(String address) {
        return roles.flatMap(roles -> role(roles, address)).map(Role::word).orElse("");
    }

    private static Optional<Role> role(HostRoles roles, String address) {
        int host = roles.table().findHost(address);
        return Optional.of(host < 0 ? Role.UNKNOWN : roles.role(host)).filter(role -> role != Role.UNKNOWN);
    }
}
