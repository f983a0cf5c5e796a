package com.acme;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Puts load on a database in the same JVM, from several threads. */
public final class DatabaseProgram {
    private static final int THREADS = 4;
    private static final int ROWS = 250;

    private DatabaseProgram() {}

    /** Prints the number of rows. */
    public static void main(final String[] args) throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table orders (id identity, item varchar(40), amount int)");
            final Thread[] threads = new Thread[THREADS];
            for (int i = 0; i < THREADS; i++) {
                threads[i] = new Thread(DatabaseProgram::insert);
                threads[i].start();
            }
            for (final Thread thread : threads) {
                thread.join();
            }
            try (ResultSet rows = statement.executeQuery("select count(*) from orders")) {
                rows.next();
                System.out.println(rows.getInt(1));
            }
            try {
                statement.executeQuery("select nonsense");
            } catch (final SQLException e) {
                System.out.println("refused");
            }
        }
    }

    private static void insert() {
        try (Connection connection = connect();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "insert into orders (item, amount) values (?, ?)")) {
            for (int i = 0; i < ROWS; i++) {
                insert.setString(1, "item " + i);
                insert.setInt(2, i);
                insert.executeUpdate();
            }
        } catch (final SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1");
    }
}
