package org.sipsleuth.view.dialogs.ladder;

import java.util.Collection;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.role.Role;
import org.sipsleuth.view.ui.Texts;

/// The roles of hosts in words, as a further line of a tooltip.
final class RoleText {

    private RoleText() {}

    /// What the hosts with some addresses are; empty if that is unknown.
    static String of(HostRoles roles, Collection<String> addresses) {
        String words = String.join(", ",
                addresses.stream()
                        .mapToInt(roles.table()::findHost)
                        .filter(host -> host >= 0)
                        .filter(host -> roles.role(host) != Role.UNKNOWN)
                        .mapToObj(host -> word(roles, host))
                        .distinct()
                        .toList());
        return words.isEmpty() ? "" : "\n" + Texts.text("dialogs.ladder.role", words);
    }

    private static String word(HostRoles roles, int host) {
        String word = Texts.text("dialogs.ladder.role." + roles.role(host).word());
        boolean isCorrected = roles.correction(host).flatMap(each -> each.role()).isPresent();
        return isCorrected ? Texts.text("dialogs.ladder.role.corrected", word) : word;
    }
}
