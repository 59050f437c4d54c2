package org.sipsleuth.casefile.store;

/// A column of a table.
///
/// @param name its name
/// @param type what SQLite stores in it
/// @param isKey whether it belongs to the primary key
/// @param isOptional whether it can be without a value
/// @param since the first version of the schema whose table has it; 1 if it came with the table
record Column(String name, Type type, boolean isKey, boolean isOptional, int since) {

    /// The types of STRICT tables that cases have.
    enum Type {
        TEXT, INTEGER, BLOB
    }

    static Column key(String name) {
        return new Column(name, Type.TEXT, true, false, 1);
    }

    static Column keyNumber(String name) {
        return new Column(name, Type.INTEGER, true, false, 1);
    }

    static Column text(String name) {
        return new Column(name, Type.TEXT, false, false, 1);
    }

    static Column optional(String name) {
        return new Column(name, Type.TEXT, false, true, 1);
    }

    /// A text that later versions of the schema have; it stands after all columns before it.
    static Column optionalSince(int version, String name) {
        return new Column(name, Type.TEXT, false, true, version);
    }

    static Column number(String name) {
        return new Column(name, Type.INTEGER, false, false, 1);
    }

    static Column optionalNumber(String name) {
        return new Column(name, Type.INTEGER, false, true, 1);
    }

    static Column blob(String name) {
        return new Column(name, Type.BLOB, false, false, 1);
    }

    String sql() {
        return name + " " + type + (isOptional ? "" : " NOT NULL");
    }
}
