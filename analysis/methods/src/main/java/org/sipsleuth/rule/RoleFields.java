package org.sipsleuth.rule;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.role.Role;

/// The roles of the hosts between which a dialog's first request goes: who sent it first, and all
/// to whom it was sent, hop by hop. Of a dialog without a request, those of its first response the
/// other way round.
final class RoleFields {

    private static final List<String> ROLES = Arrays.stream(Role.values()).map(Role::word).toList();

    private RoleFields() {}

    /// The fields with these roles; without values where there are none.
    static List<DynamicField> of(Optional<HostRoles> roles) {
        return List.of(
                field("role.source", "Role of the host that sent its dialog's first request first", roles,
                        RoleFields::source),
                field("role.destination", "Role of a host that its dialog's first request was sent to, on any hop",
                        roles, RoleFields::destinations));
    }

    private static DynamicField field(String name, String description, Optional<HostRoles> roles,
            BiFunction<HostRoles, Integer, Set<Role>> ofDialog) {
        return DynamicField.of(name, FieldKind.TEXT, description, ROLES, (index, dialog, values) -> {
            if (roles.isPresent() && has(roles.get().table().index(), index, dialog)) {
                ofDialog.apply(roles.get(), dialog).forEach(role -> values.text(role.word()));
            }
        });
    }

    /// Whether an index is of the same capture and has a dialog.
    private static boolean has(SipIndex known, SipIndex asked, int dialog) {
        return Detection.isSame(known, asked) && dialog < known.dialogs().size();
    }

    private static Set<Role> source(HostRoles roles, int dialog) {
        SipIndex index = roles.table().index();
        int first = index.dialogs().firstMessage(dialog);
        return EnumSet.of(index.messages().isRequest(first) ? roles.role(roles.table().source(first))
                : roles.role(roles.table().destination(first)));
    }

    private static Set<Role> destinations(HostRoles roles, int dialog) {
        SipIndex index = roles.table().index();
        MessageTable messages = index.messages();
        int first = index.dialogs().firstMessage(dialog);
        if (!messages.isRequest(first)) {
            return EnumSet.of(roles.role(roles.table().source(first)));
        }
        Set<Role> found = EnumSet.noneOf(Role.class);
        for (int message : index.messagesOf(dialog)) {
            boolean isRepeated = // with credentials
                    messages.type(message) == messages.type(first) && !messages.hasToTag(message);
            if (message == first || isRepeated) {
                found.add(roles.role(roles.table().destination(message)));
            }
        }
        return found;
    }
}
