package demo;

import java.util.List;
import org.spmjava.api.*;
import org.spmjava.api.annotation.*;
import org.spmjava.api.closure.*;

class Steps {
    private ManagerHandle<String, Long> handle;

    @Offline
    @Hub
    void main(VirtualCloud cloud, TaskManagerDefinition<String, Long> definition) {
        handle = cloud.define(definition, status -> handle.pushAfter("again", List.of()));
    }
}
