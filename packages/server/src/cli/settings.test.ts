import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OperatorError } from './operator-error.ts';
import { readSettings } from './settings.ts';

describe('settings', () => {
  it('have defaults for everything', () => {
    expect(readSettings({})).toMatchObject({
      port: 3000,
      host: 'localhost',
      database: { kind: 'embedded' },
      scenario: 'liangjiang',
    });
  });

  it('take an empty value for none', () => {
    expect(readSettings({ PORT: '', SCENARIO: ' ', DATABASE_URL: '' })).toEqual(readSettings({}));
  });

  it('read what is set', () => {
    const ownerUrl = 'postgres://owner:secret@db.example:5433/zone';
    expect(
      readSettings({ PORT: '8080', DATA_DIR: 'here', SCENARIO: 'none', DATABASE_URL: ownerUrl }),
    ).toMatchObject({
      port: 8080,
      dataDir: resolve('here'),
      scenario: undefined,
      database: { kind: 'external', ownerUrl },
    });
  });

  it('name every wrong value on a line of its own', () => {
    const wrong = { PORT: '70000', SCENARIO: '../x', LOG_LEVEL: 'loud', DATABASE_APP_URL: 'x' };
    expect(() => readSettings(wrong)).toThrow(OperatorError);
    expect(() => readSettings(wrong)).toThrow(
      [
        'PORT must be a number from 0 to 65535, not "70000".',
        'DATABASE_APP_URL must look like postgres://user:password@host:5432/database.',
        'DATABASE_APP_URL needs DATABASE_URL, the owner of the same database.',
        'SCENARIO must be the name of a scenario or none, not "../x".',
        'LOG_LEVEL must be one of fatal, error, warn, info, debug, silent, not "loud".',
      ].join('\n'),
    );
  });

  it('give the metrics a port of their own', () => {
    expect(readSettings({}).metrics).toBeUndefined();
    expect(readSettings({ METRICS_PORT: '9464' }).metrics).toEqual({ port: 9464, host: 'localhost' });
    expect(readSettings({ METRICS_PORT: '9464', METRICS_HOST: '::' }).metrics).toMatchObject({ host: '::' });
    expect(() => readSettings({ METRICS_PORT: 'x' })).toThrow('METRICS_PORT must be a number');
    expect(() => readSettings({ METRICS_HOST: '::' })).toThrow('METRICS_HOST needs METRICS_PORT.');
  });

  it('take a bucket whole or not at all', () => {
    const bucket = { S3_ENDPOINT: 'https://s3.example.cn', S3_BUCKET: 'zone', S3_KEY: 'k', S3_SECRET: 's' };
    expect(readSettings({}).bucket).toBeUndefined();
    expect(readSettings(bucket).bucket).toMatchObject({ bucket: 'zone', addressing: 'path', prefix: '' });
    expect(() => readSettings({ ...bucket, S3_SECRET: '' })).toThrow(/set all of them or none/);
    expect(() => readSettings({ ...bucket, S3_ENDPOINT: 's3.example.cn/zone', S3_PREFIX: 'x' })).toThrow(
      /S3_ENDPOINT must look like .*\nS3_PREFIX must end with a slash/,
    );
  });

  it('name what stands before the program', () => {
    const { outside } = readSettings({ SECURE: 'yes', TRUSTED_PROXIES: '10.0.0.1, 192.168.0.0/16 ::1' });
    expect(outside).toMatchObject({ secure: true, trustedProxies: ['10.0.0.1', '192.168.0.0/16', '::1'] });
    expect(readSettings({}).outside).toMatchObject({ secure: false, trustedProxies: [] });
    const wrong = {
      SECURE: 'maybe',
      TRUSTED_PROXIES: '10.0.0.1 proxy.example 10.0.0.0/33 1.2.3.4/8/8 ::/x ::/0',
    };
    expect(() => readSettings(wrong)).toThrow(
      [
        'SECURE must be yes or no, not "maybe".',
        'TRUSTED_PROXIES must be addresses or networks such as 10.0.0.0/8, not "proxy.example, 10.0.0.0/33, 1.2.3.4/8/8, ::/x, ::/0".',
      ].join('\n'),
    );
  });

  it('never repeat a password', () => {
    const wrong = { DATABASE_URL: 'mysql://owner:secret@db.example/zone' };
    expect(() => readSettings(wrong)).toThrow(/^DATABASE_URL must look like postgres:\S+user:password@\S+$/);
  });
});
