// Made by `npm run generate` from the migrated database; a test compares.
import type { Instant } from '@xiaoer/domain/time/instant';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import type { Generated } from 'kysely';

export type Schema = {
  category: {
    active: boolean;
    category_id: string;
    category_key: string;
    state: unknown;
    tenant_id: number;
    version: number;
  };
  configuration_version: {
    command_id: string;
    tenant_id: number;
  };
  credential: {
    account: string | null;
    password_hash: string | null;
    password_is_sample: Generated<boolean>;
    person_id: string;
    phone_hash: string | null;
    tenant_id: number;
  };
  delivery: {
    attempts: Generated<number>;
    channel: string;
    error: string | null;
    next_at: Instant;
    notice_id: number;
    person_id: string;
    status: Generated<string>;
    tenant_id: number;
  };
  demand: {
    card: string;
    category: string;
    channel: string;
    closed_at: Instant | null;
    confidential: boolean;
    demand_id: string;
    due_at: Instant;
    enterprise_id: string;
    enterprise_name: string;
    hidden_person_ids: string[];
    hidden_unit_ids: string[];
    import_id: string | null;
    lead_unit_id: string | null;
    limit_unit: string;
    number: string;
    outcome: string | null;
    owner_person_id: string | null;
    owner_unit_id: string;
    package_id: string | null;
    paused_since: Instant | null;
    raised_at: Instant;
    remit: string | null;
    state: unknown;
    status: string;
    stopped_at: Instant | null;
    tenant_id: number;
    territory_id: string;
    title: string;
    unreachable: boolean;
    urgency: string;
    version: number;
    yellow_at: Instant;
  };
  demand_file: {
    demand_id: string;
    enterprise_id: string;
    file_id: string;
    outward: boolean;
    tenant_id: number;
  };
  demand_package: {
    enterprise_id: string;
    number: string;
    number_suffix: Generated<number>;
    package_id: string;
    state: unknown;
    status: string;
    tenant_id: number;
    title: string;
    version: number;
  };
  demand_period: {
    category: string;
    demand_id: string;
    due_at: Instant;
    enterprise_id: string;
    from_at: Instant;
    from_version: number;
    outcome: string | null;
    paused: boolean;
    remit: string | null;
    status: string;
    tenant_id: number;
    to_at: Instant;
    unit_id: string;
    unreachable: Generated<boolean>;
  };
  demand_text: {
    demand_id: string;
    enterprise_id: string;
    marks: number[];
    raised_at: Instant;
    tenant_id: number;
    title: string;
    tsv: string;
  };
  demand_work: {
    demand_id: string;
    due_at: Instant | null;
    enterprise_id: string;
    kind: string;
    limit_unit: string | null;
    owed_by: string;
    person_id: string | null;
    tenant_id: number;
    unit_id: string | null;
    work_key: string;
    yellow_at: Instant | null;
  };
  due: {
    aggregate: string;
    moments: unknown;
    next_at: Instant | null;
    stream_id: string;
    tenant_id: number;
  };
  duty_roster: {
    name: string;
    open: boolean;
    roster_id: string;
    state: unknown;
    tenant_id: number;
    unit_id: string;
    version: number;
  };
  enterprise: {
    active: boolean;
    credit_code: string | null;
    enterprise_id: string;
    growth: string;
    name: string;
    name_initials: string;
    name_syllables: string | null;
    size_class: string | null;
    stage: string;
    state: unknown;
    tags: string[];
    tenant_id: number;
    territory_id: string;
    tsv: string;
    version: number;
  };
  enterprise_team: {
    enterprise_id: string;
    from_on: LocalDate;
    member_id: string;
    person_id: string;
    role: string;
    tenant_id: number;
    to_on: LocalDate | null;
  };
  event_log: {
    actor_id: string | null;
    aggregate: string;
    command_id: string;
    data: unknown;
    enterprise_id: string | null;
    on_behalf_of: string | null;
    recorded_at: Instant;
    schema_version: Generated<number>;
    stream_id: string;
    tenant_id: number;
    type: string;
    version: number;
  };
  export_log: {
    export_id: string;
    exported_at: Instant;
    filter: unknown;
    format: string;
    list: string;
    person_id: string;
    row_count: number | null;
    tenant_id: number;
  };
  figure_delta: {
    category: string;
    channel: string;
    day: LocalDate;
    delta_id: Generated<number>;
    figure: string;
    n: number;
    outcome: string | null;
    raised_on: LocalDate | null;
    remit: string | null;
    tenant_id: number;
    territory_id: string;
    unit_id: string;
  };
  file: {
    bytes: number;
    enterprise_id: string | null;
    file_id: string;
    kind: string;
    name: string;
    outside_link_id: string | null;
    sha256: string;
    tenant_id: number;
    uploaded_at: Instant;
    uploaded_by: string | null;
  };
  idempotency: {
    actor_id: string;
    created_at: Instant;
    key: string;
    request_hash: string;
    response: unknown;
    tenant_id: number;
  };
  import_job: {
    changed_at: Instant;
    created_at: Instant;
    done_rows: Generated<number>;
    file_id: string;
    import_id: string;
    person_id: string;
    report: unknown | null;
    status: string;
    tenant_id: number;
    total_rows: Generated<number>;
  };
  job: {
    attempts: Generated<number>;
    job_id: string;
    kind: string;
    lease_until: Instant | null;
    run_at: Instant;
    subject_id: string;
    tenant_id: number;
  };
  migration: {
    applied_at: Instant;
    checksum: string;
    name: string;
  };
  notice: {
    cause: string;
    created_at: Instant;
    facts: Generated<unknown>;
    kind: string;
    notice_id: Generated<number>;
    person_id: string;
    read_at: Instant | null;
    stream_id: string | null;
    tenant_id: number;
  };
  notice_choice: {
    channel: string;
    chosen: boolean;
    person_id: string;
    tenant_id: number;
  };
  organisation: {
    active: boolean;
    kind: string;
    name: string;
    organisation_id: string;
    parent_id: string | null;
    state: unknown;
    tenant_id: number;
    version: number;
  };
  outbox: {
    attempts: Generated<number>;
    error: string | null;
    next_at: Instant | null;
    outbox_id: Generated<number>;
    stream_id: string;
    tenant_id: number;
    version: number;
  };
  outside_link: {
    created_at: Instant;
    created_by: string;
    demand_id: string;
    expires_at: Instant;
    link_id: string;
    referral_id: string;
    tenant_id: number;
    token_hash: Buffer;
  };
  person: {
    name: string;
    name_initials: string;
    person_id: string;
    personal: unknown | null;
    staff: boolean;
    standing: string;
    state: unknown;
    tenant_id: number;
    unit_id: string | null;
    version: number;
  };
  person_language: {
    language: string;
    person_id: string;
    tenant_id: number;
  };
  phone_code: {
    attempts: Generated<number>;
    code_hash: string;
    code_id: string;
    created_at: Instant;
    expires_at: Instant;
    phone_hash: string;
    used_at: Instant | null;
  };
  policy_session: {
    counts: boolean;
    held_on: LocalDate;
    organiser_unit_id: string;
    policy_session_id: string;
    state: unknown;
    tenant_id: number;
    version: number;
  };
  project: {
    enterprise_id: string | null;
    in_library: boolean;
    investment: string;
    name: string;
    name_initials: string;
    project_id: string;
    since: LocalDate;
    stage: string;
    state: unknown;
    tenant_id: number;
    territory_id: string | null;
    unit_id: string;
    version: number;
  };
  seal_leaf: {
    hash: Buffer;
    leaf: number;
    stream_id: string;
    tenant_id: number;
    type: string;
    version: number;
  };
  seal_root: {
    batch: number;
    first_leaf: number;
    key_id: string;
    leaf_count: number;
    previous_root: Buffer;
    root: Buffer;
    sealed_at: Instant;
    signature: Buffer;
    tenant_id: number;
    tree_root: Buffer;
  };
  session: {
    address: string;
    created_at: Instant;
    ends_at: Instant;
    expires_at: Instant;
    last_seen_at: Instant;
    person_id: string;
    session_id: string;
    speaks_for: string | null;
    tenant_id: number;
    token_hash: Buffer;
    user_agent: string;
  };
  settings: {
    settings_id: string;
    state: unknown;
    tenant_id: number;
    version: number;
  };
  sign_in_failure: {
    failed_at: Instant;
    failure_id: string;
    subject: string;
  };
  suggestion_model: {
    aspect: string;
    model: unknown;
    own_rows: number;
    tenant_id: number;
    trained_at: Instant;
  };
  supervision_notice: {
    demand_id: string;
    enterprise_id: string;
    number: string;
    tenant_id: number;
  };
  tenant: {
    clock_behind_ms: Generated<number>;
    code: string;
    created_at: Instant;
    host_name: string | null;
    name: string;
    name_en: string;
    sample: Generated<boolean>;
    tenant_id: number;
  };
  territory: {
    active: boolean;
    kind: string;
    name: string;
    parent_id: string | null;
    state: unknown;
    tenant_id: number;
    territory_id: string;
    version: number;
  };
  unsealed: {
    stream_id: string;
    tenant_id: number;
    version: number;
  };
  visit: {
    enterprise_id: string | null;
    progress: string;
    state: unknown;
    target_id: string | null;
    target_key: string;
    target_kind: string;
    tenant_id: number;
    territory_id: string | null;
    version: number;
    visit_id: string;
    visited_on: LocalDate;
    visitor_ids: string[];
  };
};
