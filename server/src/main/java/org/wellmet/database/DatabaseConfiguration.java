package org.wellmet.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wellmet.settings.DatabaseAddress;
import org.wellmet.settings.Settings;

/// The database that the settings ask for, and the pool of connections to it. Spring closes them in the order against
/// their making: the pool, then the database, then the claim on the folder.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    /// More connections than the cores can work on, for those that wait on a lock; fewer than
    /// `max_connections`, so that an operator gets in beside them.
    private static final int MAX_CONNECTIONS = 20;

    private static final int IDLE_CONNECTIONS = 2;

    @Bean
    FolderLock folderLock(Settings settings) {
        return FolderLock.take(settings.dataFolder(), settings.isDemo());
    }

    @Bean
    DatabaseServer databaseServer(Settings settings, FolderLock folderLock) {
        return settings.database().map(DatabaseServer::given).orElseGet(() -> EmbeddedPostgres.start(folderLock));
    }

    @Bean
    HikariDataSource dataSource(DatabaseServer server) {
        DatabaseAddress address = server.address();
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("wellmet");
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.user());
        pool.setPassword(address.password().value());
        pool.setMaximumPoolSize(MAX_CONNECTIONS);
        pool.setMinimumIdle(IDLE_CONNECTIONS);
        return pool;
    }
}
