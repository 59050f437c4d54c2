package org.sipsleuth.app.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.role.RoleFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The standard methods with the corrections of roles in the user's folder.
final class UserRoles {

    private static final Logger LOG = LoggerFactory.getLogger(UserRoles.class);

    private UserRoles() {}

    /// @param settings the folder of the user's settings
    static Methods of(Path settings) {
        Path file = settings.resolve(RoleFile.NAME);
        if (!Files.exists(file)) {
            return Methods.standard();
        }
        try {
            return Methods.standard().with(RoleFile.read(file));
        } catch (IOException unusable) {
            LOG.warn("Roles not read from {}; hosts are judged without them", file, unusable);
            return Methods.standard();
        }
    }
}
