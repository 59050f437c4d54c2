package org.sipsleuth.dialog.seeded;

import java.sql.Connection;
import java.sql.SQLException;

/// Knows SQL, which only the store of cases may.
public final class Queries {

    private final Connection connection;

    public Queries(Connection connection) {
        this.connection = connection;
    }

    public boolean isOpen() throws SQLException {
        return !connection.isClosed();
    }
}
