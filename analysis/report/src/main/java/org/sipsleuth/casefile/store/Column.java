package org.sipsleuth.casefile.store;

/// A column of a table.
///
/// @param name its name
/// @param type what SQLite stores in it
/// @param isKey whether it belongs to the primary key
/// @param isOptional whether it can be without a value
record Column(String name, Type type, boolean isKey, boolean isOptional) {

    /// The types of STRICT tables that cases have.
    enum Type {
        TEXT, INTEGER, BLOB
    }

    static Column key(String name) {
        return new Column(name, Type.TEXT, true, false);
    }

    static Column keyNumber(String name) {
        return new Column(name, Type.INTEGER, true, false);
    }

    static Column text(String name) {
        return new Column(name, Type.TEXT, false, false);
    }

    static Column optional(String name) {
        return new Column(name, Type.TEXT, false, true);
    }

    static Column number(String name) {
        return new Column(name, Type.INTEGER, false, false);
    }

    static Column optionalNumber(String name) {
        return new Column(name, Type.INTEGER, false, true);
    }

    static Column blob(String name) {
        return new Column(name, Type.BLOB, false, false);
    }

    String sql() {
        return name + " " + type + (isOptional ? "" : " NOT NULL");
    }
}
