package org.sipsleuth.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.role.Role;

/// The roles of the hosts between which a dialog's first request goes; of a dialog without a
/// request, those of its first response the other way round.
final class RoleFields {

    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::word).toList();

    private RoleFields() {}

    /// The fields with these roles; without values where there are none.
    static List<DynamicField> of(Optional<HostRoles> roles) {
        return List.of(
                field(
                        "role.source",
                        "Role of the host that sent its dialog's first request",
                        roles,
                        true),
                field(
                        "role.destination",
                        "Role of the host that its dialog's first request was sent to",
                        roles,
                        false));
    }

    private static DynamicField field(
            String name, String description, Optional<HostRoles> roles, boolean isSource) {
        return DynamicField.of(
                name,
                FieldKind.TEXT,
                description,
                ROLES,
                (index, dialog, values) -> {
                    if (roles.isPresent() && roles.get().table().index() == index) {
                        values.text(role(roles.get(), dialog, isSource).word());
                    }
                });
    }

    private static Role role(HostRoles roles, int dialog, boolean isSource) {
        int first = roles.table().index().dialogs().firstMessage(dialog);
        MessageTable messages = roles.table().index().messages();
        boolean isSender = isSource == messages.isRequest(first);
        return roles.role(
                isSender ? roles.table().source(first) : roles.table().destination(first));
    }
}
